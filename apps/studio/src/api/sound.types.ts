import type { WorkState } from './types';

export interface TimeRange {
  startMs: number;
  endMs: number;
}

export type Preset = 'voice' | 'interview' | 'room' | 'panel' | 'music';
export type OutputKind = 'opus' | 'm4a' | 'video' | 'hls';

export interface SoundDefaults {
  preset: Preset;
  targetLufs: number;
  meter: 'heard' | 'literal';
  monoAsStereo: boolean;
  strength: number;
  outputs: Record<OutputKind, boolean>;
  introId: string | null;
  outroId: string | null;
}

export interface Piece {
  id: string;
  name: string;
  licence: string;
  durationMs: number | null;
  state: WorkState;
  url: string | null;
}

export interface ShowSound {
  version: number;
  defaults: SoundDefaults;
  pieces: Piece[];
  stale: number;
  batch: { waiting: number; running: number; done: number; failed: number } | null;
}

export interface SoundFinding extends TimeRange {
  kind: string;
  measure: Record<string, number | string>;
  weight: 'problem' | 'note';
  isMended: boolean;
  sentence: string;
}

export interface SoundRevision {
  id: string;
  number: number;
  origin: 'upload' | 'order' | 'original' | 'rollback' | 'tags';
  state: WorkState;
  createdAt: string;
  releasedAt: string | null;
  isWorking: boolean;
  isReleased: boolean;
  summary: string;
  mp3: { url: string; bytes: number; durationMs: number } | null;
  files: { kind: string; url: string; bytes: number }[];
}

/** What the producer changes about an episode's sound. */
export interface SoundEdit {
  own: Partial<SoundDefaults>;
  only: TimeRange | null;
  leave: TimeRange[];
  cuts: TimeRange[];
}

export interface EpisodeSound extends SoundEdit {
  version: number;
  recordingId: string | null;
  effective: SoundDefaults;
  tracks: { key: string; name: string; durationMs: number | null; delayMs: number; gainDb: number | null }[];
  durationMs: number | null;
  findings: SoundFinding[];
  revisions: SoundRevision[];
  shifts: { items: { kind: string; title: string; fromMs: number; toMs: number | null }[]; lost: number };
  tags: { isFrozen: boolean; isDifferent: boolean };
  note: { isShown: boolean; items: { startMs: number; endMs: number; skipToMs: number | null; sentence: string }[] };
}

export interface Preview {
  id: string;
  state: WorkState;
  startMs: number;
  endMs: number;
  url: string | null;
  error: { code: string; message: string } | null;
}

export interface SentPeaks {
  bucketsPerSecond: number;
  durationMs: number;
  peaks: string;
}
