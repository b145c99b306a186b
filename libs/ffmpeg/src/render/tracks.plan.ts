import type { Analysis } from '../analyse/analysis.js';
import { hearPhrases } from '../level/phrases.plan.js';
import { publishChannels } from './channels.plan.js';

/** No track is lifted by more: what is so far down is another microphone's spill. */
const mostDb = 18;

/**
 * The gain in dB that brings each track of one recording to the speech of the loudest one, before they are mixed.
 * A track without speech stays as it is.
 */
export function planTracks(analyses: readonly Analysis[]): number[] {
  const levels = analyses.map(speechLevel);
  const loudest = Math.max(...levels.filter((level) => level !== null));
  return levels.map((level) => (level === null ? 0 : Math.round(Math.min(mostDb, loudest - level) * 10) / 10));
}

function speechLevel(analysis: Analysis): number | null {
  const { energy } = publishChannels(analysis, { channels: null, monoAsStereo: false, isHighpassed: true });
  const spoken = hearPhrases({ energy, tonality: analysis.bands.tonality }).phrases.filter(({ isNoise }) => !isNoise);
  const seconds = spoken.reduce((sum, phrase) => sum + phrase.seconds, 0);
  if (seconds < 1) return null;
  return spoken.reduce((sum, phrase) => sum + phrase.lufs * phrase.seconds, 0) / seconds;
}
