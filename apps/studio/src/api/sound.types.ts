import type { components, paths } from './schema';

type Schemas = components['schemas'];
type Put<P extends keyof paths> = paths[P] extends {
  put: { requestBody: { content: { 'application/json': infer B } } };
}
  ? B
  : never;

export type EpisodeSound = Schemas['EpisodeSound'];
export type SoundFinding = Schemas['SoundFinding'];
export type Track = EpisodeSound['tracks'][number];
export type SoundRevision = Schemas['SoundRevision'];
export type ShowSound = Schemas['ShowSound'];
export type Piece = Schemas['Piece'];
export type Preview = Schemas['SoundPreview'];
/** As the API takes them; what it answers is never anything else. */
export type SoundDefaults = Omit<Put<'/api/v1/shows/{showId}/sound'>, 'version'>;
export type Preset = SoundDefaults['preset'];
export type OutputKind = keyof SoundDefaults['outputs'];
export type TargetLufs = SoundDefaults['targetLufs'];

export interface TimeRange {
  startMs: number;
  endMs: number;
}

/** What the producer changes about an episode's sound. */
export interface SoundEdit {
  own: Partial<SoundDefaults>;
  only: TimeRange | null;
  leave: TimeRange[];
  cuts: TimeRange[];
}
