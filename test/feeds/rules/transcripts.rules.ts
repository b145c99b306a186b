import { type Answer, ask } from './ask.js';
import { textOf } from './channel.rules.js';
import { childrenOf, type FeedDocument, itemsOf } from './document.js';
import { readTags } from './html.js';
import { type Finding, when } from './rule.js';
import { checkServed, served, type ServedRule, toDocument, typeOf } from './served-rule.js';

interface Transcript {
  type: string;
  /** Of the episode, in seconds. */
  duration: number;
  answer: Answer;
  text: string;
  /** Undefined where the text is not what its type says. */
  cues: Cue[] | undefined;
}

interface Cue {
  start: number;
  end: number;
}

/** Section H of feeds.md: transcripts. */
export const transcriptRules: readonly ServedRule<Transcript>[] = [
  served('T01', 'MUST', ({ answer }) => when(answer.status !== 200, `${answer.status}`)),
  served('T02', 'MUST', ({ type, answer }) => {
    const got = typeOf(answer.headers['content-type']);
    return when(got !== type, `type is ${got}, announced as ${type}`);
  }),
  served('T03', 'MUST', ({ type, cues }) => when(cues === undefined, `is no ${type}`)),
  served('T04', 'SHOULD', ({ cues = [], duration }) => [
    ...when(
      cues.some(({ start, end }, i) => end < start || (i > 0 && start < cues[i - 1]!.start)),
      'the cues are not in order',
    ),
    ...when(
      cues.some(({ end }) => end > duration + 1),
      'a cue ends after the episode',
    ),
  ]),
  served('T05', 'SHOULD', ({ type, answer }) =>
    when(
      type.startsWith('text/') && !/;\s*charset=utf-8$/i.test(answer.headers['content-type'] ?? ''),
      'does not say charset=utf-8',
    ),
  ),
  // J08 is about transcripts too.
  served('J08', 'SHOULD', ({ answer }) =>
    when(answer.headers['access-control-allow-origin'] !== '*', 'no cross-origin reads'),
  ),
];

/** What is wrong with every transcript of a feed. */
export async function checkTranscripts(source: string | Buffer | FeedDocument): Promise<Finding[]> {
  const links = itemsOf(toDocument(source)).flatMap((item) =>
    childrenOf(item, 'podcast:transcript').map(({ attributes: { url = '', type = '' } }) => ({
      ...{ url, type, duration: Number(textOf(item, 'itunes:duration')) || Infinity },
    })),
  );
  const findings: Finding[] = [];
  for (const { url, type, duration } of links) {
    const answer = await ask(url, { origin: 'https://player.example' });
    const text = answer.body.toString('utf8');
    const subject = { type, duration, answer, text, cues: readers[type]?.(text) };
    findings.push(...(await checkServed(transcriptRules, subject, url)));
  }
  return findings;
}

const readers: Record<string, (text: string) => Cue[] | undefined> = {
  'text/vtt': readVtt,
  'application/x-subrip': readSrt,
  'application/srt': readSrt,
  'text/srt': readSrt,
  'application/json': readJson,
  'text/html': (text) => (readTags(text).some(({ name }) => name === 'script') ? undefined : []),
  'text/plain': (text) => (readTags(text).length > 0 ? undefined : []),
};

function readVtt(text: string): Cue[] | undefined {
  if (!/^WEBVTT($|[ \t\n\r])/.test(text)) return undefined;
  return readLines(text, /^((?:\d{2,}:)?\d\d:\d\d\.\d{3}) --> ((?:\d{2,}:)?\d\d:\d\d\.\d{3})/);
}

function readSrt(text: string): Cue[] | undefined {
  if (!/^1\r?\n/.test(text)) return undefined;
  return readLines(text, /^(\d{2,}:\d\d:\d\d,\d{3}) --> (\d{2,}:\d\d:\d\d,\d{3})/);
}

/** Every line with an arrow must be a cue's times in this form. */
function readLines(text: string, form: RegExp): Cue[] | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.includes(' --> '));
  const times = lines.map((line) => form.exec(line));
  if (times.length === 0 || times.some((found) => !found)) return undefined;
  return times.map((found) => ({ start: toSeconds(found![1]!), end: toSeconds(found![2]!) }));
}

function readJson(text: string): Cue[] | undefined {
  try {
    const { version, segments } = JSON.parse(text) as { version?: unknown; segments?: Record<string, unknown>[] };
    const isWhole =
      typeof version === 'string' &&
      Array.isArray(segments) &&
      segments.every(({ startTime, body }) => typeof startTime === 'number' && typeof body === 'string');
    return isWhole
      ? segments.map(({ startTime, endTime }) => ({ start: Number(startTime), end: Number(endTime ?? startTime) }))
      : undefined;
  } catch {
    return undefined;
  }
}

function toSeconds(code: string): number {
  return code
    .replace(',', '.')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);
}
