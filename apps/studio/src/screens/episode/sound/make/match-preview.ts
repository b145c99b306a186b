import type { Axis } from '../model/axis';
import { type Match, toMatch } from '../model/match';
import { shortTerm } from '../model/short-term';

/**
 * The loudness match of a preview: its half minute is decoded here and measured as the server measures. `axis` is that
 * of the preview alone. Null when the browser cannot decode it.
 */
export async function matchPreview(url: string, axis: Axis, before: readonly number[]): Promise<Match | null> {
  try {
    const bytes = await (await fetch(url)).arrayBuffer();
    const sound = await new OfflineAudioContext(2, 48_000, 48_000).decodeAudioData(bytes);
    const channels = Array.from({ length: sound.numberOfChannels }, (_, i) => sound.getChannelData(i));
    return toMatch(axis, { before, after: shortTerm(channels, sound.sampleRate) }, axis);
  } catch {
    return null;
  }
}
