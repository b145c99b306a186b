import { cleanLine, cleanText, type FieldProblem } from '#libs/kernel';
import { type Cue, captionMax, toLines } from './captions.plan.js';
import type { Clip } from './clip.entity.js';
import type { ClipUses } from './clip.view.js';
import type { Range } from './move-range.plan.js';

/** Apps want soundbites of 15 to 120 s (`feed:P19`); networks like clips of 15 to 90 s. */
export const clipMs = { min: 15_000, max: 120_000, advised: 90_000 } as const;
/** A quote is a sentence or two. */
export const quoteMs = { min: 500, max: 60_000 } as const;
export const titleMax = 140;
export const quoteMax = 400;
/** Of one episode. */
export const highlightsMax = 60;
const cuesMax = 200;

/** What a producer may change of a clip; absent fields stay. */
export interface ClipForm extends Partial<Range> {
  texts?: { lang: string; title: string }[];
  personIds?: string[];
  uses?: Partial<ClipUses>;
  /** Language → captions; an empty list: none; a language that is left out: from the transcript. */
  captions?: Record<string, Cue[]>;
}

export function cleanClipForm(form: ClipForm): ClipForm {
  const { texts, captions, personIds } = form;
  return {
    ...form,
    ...(texts && {
      texts: texts.map(({ lang, title }) => ({ lang, title: cleanLine(title) })).filter(({ title }) => title !== ''),
    }),
    ...(personIds && { personIds: [...new Set(personIds)] }),
    ...(captions && {
      captions: Object.fromEntries(Object.entries(captions).map(([lang, cues]) => [lang, cues.map(cleanCue)])),
    }),
  };
}

/** @param soundMs the finished sound's length; null: not known. */
export function findRangeProblems(
  { startMs, endMs }: Range,
  soundMs: number | null,
  { min, max }: { min: number; max: number },
): FieldProblem[] {
  const long = endMs - startMs;
  const seconds = { min: Math.round(min / 1000), max: max / 1000 };
  return [
    ...(long < min || long > max ? [{ path: 'endMs', message: 'error.field.clip.length', params: seconds }] : []),
    ...(startMs < 0 || (soundMs !== null && endMs > soundMs)
      ? [{ path: 'startMs', message: 'error.field.clip.outside' }]
      : []),
  ];
}

export function findClipProblems({ texts, captions }: ClipForm): FieldProblem[] {
  const long = (texts ?? []).flatMap(({ title }, i) =>
    title.length > titleMax
      ? [{ path: `texts.${i}.title`, message: 'error.field.tooLong', params: { n: titleMax } }]
      : [],
  );
  return [...long, ...Object.entries(captions ?? {}).flatMap(([lang, cues]) => findCueProblems(lang, cues))];
}

/** Whether those who agreed to it have to be asked again: other words, or other people. Titles and uses are the show's. */
export function isOther(before: Pick<Clip, 'startMs' | 'endMs' | 'personIds'>, after: typeof before): boolean {
  const people = (ids: readonly string[]) => [...ids].sort().join(' ');
  return (
    before.startMs !== after.startMs ||
    before.endMs !== after.endMs ||
    people(before.personIds) !== people(after.personIds)
  );
}

function cleanCue({ startMs, endMs, text }: Cue): Cue {
  const lines = cleanText(text).split('\n').map(cleanLine).filter(Boolean);
  return { startMs: Math.round(startMs), endMs: Math.round(endMs), text: lines.join('\n') };
}

/** In order, and readable: two lines at most. */
function findCueProblems(lang: string, cues: readonly Cue[]): FieldProblem[] {
  if (cues.length > cuesMax) {
    return [{ path: `captions.${lang}`, message: 'error.field.tooMany', params: { n: cuesMax } }];
  }
  return cues.flatMap(({ startMs, endMs, text }, i) => {
    const path = `captions.${lang}.${i}`;
    const lines = text.split('\n').flatMap((line) => toLines(line));
    const isWrong = endMs <= startMs || startMs < 0 || startMs < (cues[i - 1]?.endMs ?? 0);
    return [
      ...(isWrong ? [{ path: `${path}.startMs`, message: 'error.field.clip.cueTime' }] : []),
      ...(lines.length > captionMax.lines ? [{ path: `${path}.text`, message: 'error.field.clip.cueLong' }] : []),
    ];
  });
}
