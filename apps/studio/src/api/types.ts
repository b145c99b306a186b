import type { components } from './schema';

/** Names for what the API answers; the shapes come from its OpenAPI document (`schema.d.ts`). */
type Schemas = components['schemas'];

export type Instance = Schemas['Instance'];
export type Me = Schemas['Me'];
export type Login = Schemas['Login'];
export type Token = Schemas['Token'];
export type Member = Schemas['Member'];
export type OpenedInvitation = Schemas['OpenedInvitation'];
export type Show = Schemas['Show'];
export type EpisodeSummary = Schemas['EpisodeSummary'];
export type Episode = Schemas['Episode'];
export type Copy = Schemas['EpisodeCopy'];
export type ShowEvent = Schemas['Event'];
export type Person = Schemas['Person'];
export type BinItem = Schemas['BinItem'];
export type Recording = Schemas['Recording'];
export type Revision = Schemas['Revision'];
export type Job = Schemas['Job'];
export type Jobs = Schemas['Jobs'];

export type Role = Schemas['Member']['role'];
export type Scope = Token['scopes'][number];
export type EpisodeState = Episode['state'];
export type EpisodeType = Copy['type'];
export type FieldGroup = keyof Copy['versions'];
export type ProposalSource = Copy['proposals'][string];
export type Blocker = Episode['blockers'][number];
export type EpisodeText = Copy['texts'][number];
export type EpisodeFile = Copy['files'][number];
export type Chapter = Copy['chapters'][number];
export type AppearanceRole = Copy['people'][number]['role'];
export type AppearanceText = Copy['people'][number]['texts'][number];
export type WorkState = Revision['state'];
export type StepName = Revision['step'];
export type StepState = Revision['steps'][number];
export type Locale = Me['locale'];
export type Lang = 'en' | 'fr';

/** Somebody in an episode; a name that was just typed has no id yet. */
export type Appearance = Omit<Copy['people'][number], 'personId' | 'slug' | 'photoUrl'> &
  Partial<Pick<Copy['people'][number], 'personId' | 'slug' | 'photoUrl'>>;

/** Loudness as measured, EBU R128; the document leaves the report open. */
export interface Loudness {
  asHeardLufs: number;
  truePeakDbtp: number;
  loudnessRange: number;
  noiseFloorLufs: number | null;
  durationMs?: number;
  shortTerm?: number[];
}

export interface SoundReport {
  before?: Loudness;
  after?: Loudness;
  /** One gain for each voice or stretch, in the time of the finished sound. */
  steps?: { startMs: number; endMs: number; gainDb: number }[];
  targetLufs?: number;
  mode?: 'linear' | 'levelled' | 'leave';
  notes?: { code: string; params?: Record<string, string | number> }[];
}

/** Pairs min, max from -128 to 127. */
export interface SoundWaveform {
  before?: { durationMs: number; overview: number[] };
  after?: { durationMs: number; overview: number[] };
}
