import type { Probe } from '../probe/probe-result.js';
import type { SourceName } from './timeline.js';

/** One file of a source. Several tracks of one recording sound together. */
export interface Track {
  /** Absolute path. */
  readonly file: string;
  readonly probe: Probe;
  /** Brought to the other tracks' loudness before they are mixed; 0 for the only one. */
  readonly gainDb: number;
  /** Silence before it begins. */
  readonly delayMs: number;
}

/** The files behind each source of a timeline. */
export type Sources = Readonly<Partial<Record<SourceName, readonly Track[]>>>;

/** A file that stands alone. */
export function onlyTrack(file: string, probe: Probe): readonly Track[] {
  return [{ file, probe, gainDb: 0, delayMs: 0 }];
}
