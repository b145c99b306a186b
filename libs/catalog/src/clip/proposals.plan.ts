import { judgeClaim, type Reason } from './claim.plan.js';
import type { Range } from './move-range.plan.js';
import type { Sentence } from './sentences.plan.js';

/** Why something is proposed: what its words claim, and how it sounds; last parts of message keys `clip.reason.…`. */
export type ProposalReason = Reason | 'oneVoice' | 'goodSound' | 'length';

export interface Proposal extends Range {
  /** The sentence that carries it. */
  text: string;
  personId: string | null;
  /** 0 to 100. */
  score: number;
  reasons: ProposalReason[];
}

export interface ProposalInput {
  sentences: readonly Sentence[];
  /** Spoken language. */
  language: string;
  /** Where the sound is weak. */
  badSound: readonly Range[];
  /** Who makes the show: their words are asked of nobody and carry no proposals where guests speak. */
  hostIds: readonly string[];
}

/** Lengths that are proposed; what a person chooses may be longer (`clipMs`). */
const quoteLength = { minChars: 35, maxChars: 240, minMs: 2000, maxMs: 25_000 } as const;
const clipLength = { minMs: 15_000, idealMs: 45_000, maxMs: 60_000 } as const;
const most = { clips: 5, quotes: 6 } as const;

/** Sentences that stand alone and claim something, of one speaker, where the sound is good; the best first. */
export function proposeQuotes(input: ProposalInput): Proposal[] {
  const all = spoken(input).flatMap((sentence): Proposal[] => {
    const { minChars, maxChars, minMs, maxMs } = quoteLength;
    const long = sentence.endMs - sentence.startMs;
    const fits = sentence.text.length >= minChars && sentence.text.length <= maxChars && long >= minMs && long <= maxMs;
    const { score, reasons } = judgeClaim(sentence.text, input.language);
    if (!fits || score < 30 || isBad(sentence, input.badSound)) return [];
    const { startMs, endMs, text, personId } = sentence;
    return [{ startMs, endMs, text, personId, score, reasons: [...reasons, 'goodSound'] }];
  });
  return pickApart(all, most.quotes, 0);
}

/** Runs of whole sentences of one speaker around a strong one, 15 to 60 s, where the sound is good; the best first. */
export function proposeClips(input: ProposalInput): Proposal[] {
  const all = toRuns(spoken(input)).flatMap((run) => run.flatMap((_, i) => bestFrom(run, i, input)));
  return pickApart(all, most.clips, 5000);
}

/** Guests' words where there are any, else everybody's. */
function spoken({ sentences, hostIds }: ProposalInput): readonly Sentence[] {
  const guests = sentences.filter(({ personId }) => personId !== null && !hostIds.includes(personId));
  return guests.length ? guests : sentences;
}

/** Sentences of one speaker that follow each other. */
function toRuns(sentences: readonly Sentence[]): Sentence[][] {
  const runs: Sentence[][] = [];
  for (const sentence of sentences) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && last.name === sentence.name && sentence.startMs - last.endMs < 2000) run.push(sentence);
    else runs.push([sentence]);
  }
  return runs;
}

/** The length from this sentence on whose score is best; none where its first one leans on what was said before. */
function bestFrom(run: readonly Sentence[], from: number, input: ProposalInput): Proposal[] {
  const first = run[from]!;
  if (judgeClaim(first.text, input.language).score === 0) return [];
  let best: Proposal | undefined;
  for (let to = from; to < run.length; to += 1) {
    const range = { startMs: first.startMs, endMs: run[to]!.endMs };
    const long = range.endMs - range.startMs;
    if (long > clipLength.maxMs) break;
    if (long < clipLength.minMs || isBad(range, input.badSound)) continue;
    const judged = judgeRun(run.slice(from, to + 1), range, input);
    if (!best || judged.score > best.score) best = judged;
  }
  return best ? [best] : [];
}

function judgeRun(sentences: readonly Sentence[], range: Range, input: ProposalInput): Proposal {
  const claims = sentences.map(({ text }) => ({ text, ...judgeClaim(text, input.language) }));
  const strongest = claims.reduce((best, each) => (each.score > best.score ? each : best));
  const average = claims.reduce((sum, { score }) => sum + score, 0) / claims.length;
  const long = range.endMs - range.startMs;
  const fits = long <= clipLength.idealMs;
  const score = Math.round(Math.min(100, strongest.score * 0.65 + average * 0.3 + (fits ? 8 : 0)));
  const reasons: ProposalReason[] = [
    ...strongest.reasons,
    ...(fits ? ['length' as const] : []),
    'oneVoice',
    'goodSound',
  ];
  return { ...range, text: strongest.text, personId: sentences[0]!.personId, score, reasons };
}

function isBad({ startMs, endMs }: Range, badSound: readonly Range[]): boolean {
  return badSound.some((bad) => bad.startMs < endMs && bad.endMs > startMs);
}

/** The best ones that lie apart from each other. */
function pickApart(all: readonly Proposal[], count: number, apartMs: number): Proposal[] {
  const picked: Proposal[] = [];
  const sorted = [...all].sort((a, b) => b.score - a.score || a.startMs - b.startMs);
  for (const each of sorted) {
    const isFree = picked.every(
      ({ startMs, endMs }) => each.startMs >= endMs + apartMs || each.endMs <= startMs - apartMs,
    );
    if (isFree && picked.length < count) picked.push(each);
  }
  return picked;
}
