import type { Phrase } from '../level/phrases.plan.js';
import type { TimeRange } from '../order/sound-order.js';

const leastMs = 8000;
/** Music goes on where a voice would breathe; longer pauses end it. */
const mostPauseMs = 1500;
/**
 * How much phrases move with their syllables (`Phrase.syllables`): music 0.1 to 0.4, a voice far away in a hall 0.42,
 * a clipped one 0.45, voices beside a microphone 0.6 and more. What lies between is called neither.
 */
const mostMusic = 0.34;
const leastVoice = 0.4;

/** A phrase and what it sounds like. */
export interface KnownPhrase extends Phrase {
  readonly sounds: 'like-voice' | 'like-music' | 'like-neither';
}

/** Judges each phrase together with its neighbours: one drawn-out word is no music and one beat no speech. */
export function knowPhrases(phrases: readonly Phrase[]): KnownPhrase[] {
  return phrases.map((phrase, i) => {
    const around = [phrases[i - 1], phrase, phrases[i + 1]].flatMap((each) =>
      each && !Number.isNaN(each.syllables) ? [each.syllables] : [],
    );
    const middle = around.sort((a, b) => a - b)[around.length >> 1] ?? leastVoice;
    const sounds = middle >= leastVoice ? 'like-voice' : middle < mostMusic ? 'like-music' : 'like-neither';
    return { ...phrase, sounds: phrase.isNoise ? 'like-neither' : sounds };
  });
}

/** Where there is music rather than speech, in stretches of at least 8 s. */
export function musicRanges(phrases: readonly KnownPhrase[]): TimeRange[] {
  const ranges: { startMs: number; endMs: number }[] = [];
  for (const { start, end, sounds } of phrases) {
    if (sounds !== 'like-music') continue;
    const last = ranges.at(-1);
    if (last && start * 100 - last.endMs <= mostPauseMs) last.endMs = end * 100;
    else ranges.push({ startMs: start * 100, endMs: end * 100 });
  }
  return ranges.filter(({ startMs, endMs }) => endMs - startMs >= leastMs);
}
