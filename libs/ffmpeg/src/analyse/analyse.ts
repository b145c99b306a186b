import type { Ffmpeg } from '../find/ffmpeg.js';
import type { JobControl } from '../job.js';
import type { Track } from '../order/source.js';
import { analyseAside } from './analyse-aside.js';
import type { Analysis } from './analysis.js';
import { toDecode } from './decode.preset.js';

const hour = 3_600_000;

export interface AnalyseControl extends JobControl {
  /** Default 12 hours. */
  readonly mostDurationMs?: number;
}

/**
 * Decodes the first audio stream of each track once, together, and measures the sound in a worker thread: loudness,
 * peaks, waveform and the 10 ms bins from which `planRender` computes without touching the sound again. `onlyTrack`
 * makes the list of a file that stands alone.
 * @throws DamagedAudio, TooLong, MediaCommandTimedOut, MediaCommandStalled, or the signal's reason.
 */
export async function analyse(
  tools: Ffmpeg,
  tracks: readonly Track[],
  control: AnalyseControl = {},
): Promise<Analysis> {
  const mostMs = control.mostDurationMs ?? 12 * hour;
  const declared = declaredMs(tracks);
  // A file that declares nothing gets the patience of its size: at least 8 kbit/s is assumed.
  const bytes = tracks.reduce((sum, { probe }) => sum + probe.sizeBytes, 0);
  const decode = toDecode(tracks, declared ?? Math.min(mostMs, bytes), tools);
  const { ffmpeg, stallSeconds } = tools;
  return analyseAside({ ffmpeg, decode, mostMs, stallSeconds, declaredMs: declared }, control);
}

/** The end of the track that ends last; null when one of them does not say. */
function declaredMs(tracks: readonly Track[]): number | null {
  const ends = tracks.map(({ probe, delayMs }) => (probe.durationMs === null ? null : probe.durationMs + delayMs));
  return ends.reduce((last, end) => (last === null || end === null ? null : Math.max(last, end)));
}
