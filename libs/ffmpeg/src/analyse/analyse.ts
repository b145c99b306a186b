import type { Ffmpeg } from '../find/ffmpeg.js';
import type { JobControl } from '../job.js';
import type { Probe } from '../probe/probe-result.js';
import { toAnalysis } from './analysis.plan.js';
import type { Analysis } from './analysis.js';
import { toDecode } from './decode.preset.js';
import { measureAside } from './measure-aside.js';

const hour = 3_600_000;

export interface AnalyseControl extends JobControl {
  /** Default 12 hours. */
  readonly mostDurationMs?: number;
}

/**
 * Decodes the first audio stream once and measures it in a worker thread: loudness, peaks, waveform and
 * the 10 ms bins from which `planRender` computes without touching the sound again.
 * @throws DamagedAudio, TooLong, MediaCommandTimedOut, or the signal's reason.
 */
export async function analyse(
  tools: Ffmpeg,
  file: string,
  probe: Probe,
  control: AnalyseControl = {},
): Promise<Analysis> {
  const mostMs = control.mostDurationMs ?? 12 * hour;
  // A file that declares nothing gets the patience of its size: at least 8 kbit/s is assumed.
  const expectedMs = probe.durationMs ?? Math.min(mostMs, probe.sizeBytes);
  const decode = toDecode(file, probe, expectedMs);
  const measured = await measureAside({ ffmpeg: tools.ffmpeg, decode, mostMs }, control);
  return toAnalysis(measured, decode, probe.durationMs);
}
