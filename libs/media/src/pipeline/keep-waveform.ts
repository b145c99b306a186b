import { decodePeaks, type Waveform } from '#libs/ffmpeg';
import type { Storage } from '#libs/storage';
import type { WaveformOverview } from '../recording/sound-report.js';

/** Stores the finer level of a waveform as a small file, and answers with what fits on a row. */
export async function keepWaveform(storage: Storage, name: string, waveform: Waveform): Promise<WaveformOverview> {
  const { durationMs, overview, detail } = waveform;
  const key = `waveform/${name}.bin`;
  await storage.put(key, new Uint8Array(decodePeaks(waveform).buffer));
  return { durationMs, overview, detail: { key, bucketsPerSecond: detail.bucketsPerSecond } };
}
