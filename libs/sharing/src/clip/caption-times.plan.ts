import type { Cue } from '#libs/catalog';

/** A caption, or nothing, for so long. */
export interface ShownWords {
  text: string;
  durationMs: number;
}

/** Shorter gaps would only flicker: the caption before stays. */
const gapMs = 700;

/**
 * What is shown from the first picture to the last: the first caption from the very begin, so that a still of it can be
 * read; captions stay over short gaps.
 */
export function toShownWords(cues: readonly Cue[], lengthMs: number): ShownWords[] {
  const shown: ShownWords[] = [];
  let at = 0;
  cues.forEach(({ startMs, endMs, text }, i) => {
    const from = i === 0 ? 0 : Math.max(at, startMs);
    const next = cues[i + 1]?.startMs ?? lengthMs;
    const to = Math.min(lengthMs, next - endMs < gapMs ? next : endMs);
    if (to <= from) return;
    if (from > at) shown.push({ text: '', durationMs: from - at });
    shown.push({ text, durationMs: to - from });
    at = to;
  });
  return at < lengthMs ? [...shown, { text: '', durationMs: lengthMs - at }] : shown;
}
