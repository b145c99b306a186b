/** What the API answers. Kept apart from the calls so that screens name one thing only. */
export type Role = 'owner' | 'producer' | 'editor' | 'moderator';
export type Scope = 'read' | 'write' | 'publish' | 'admin';
export type EpisodeState = 'draft' | 'scheduled' | 'published' | 'withdrawn';
export type EpisodeType = 'full' | 'trailer' | 'bonus';
export type WorkState = 'waiting' | 'running' | 'needs-you' | 'done' | 'failed' | 'cancelled';
export type StepName = 'receive' | 'probe' | 'analyse' | 'plan' | 'render' | 'verify';
export type AppearanceRole = 'guest' | 'host' | 'speaker' | 'panellist' | 'moderator';
export type ProposalSource = 'tags' | 'file-name' | 'show';
export type FieldGroup = 'basics' | 'texts' | 'chapters' | 'people' | 'cover';
export type Lang = 'en' | 'fr';

export interface Instance {
  name: string;
  needsSetup: boolean;
  version: string;
  publicUrl: string;
  languages: string[];
  uploadMaxBytes: number;
  mailKept: boolean;
}

export interface Me {
  id: string;
  email: string;
  name: string;
  locale: string;
  timeZone: string;
  isInstanceOwner: boolean;
  roles: Record<string, Role>;
}

export interface LoginRow {
  id: string;
  device: string;
  lastSeenAt: string;
  createdAt: string;
  expiresAt?: string;
  isCurrent?: boolean;
  current?: boolean;
}

export interface TokenRow {
  id: string;
  name: string;
  scopes: Scope[];
  showId: string | null;
  validFrom: string;
  validUntil: string | null;
  lastUsedAt: string | null;
  createdAt: string;
  revokedAt?: string | null;
  secret?: string;
}

export interface Member {
  userId: string;
  name: string;
  email: string;
  role: Role;
  state?: string;
  isInvited?: boolean;
}

export interface KeptMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  html?: string;
  sentAt?: string;
  createdAt?: string;
}

export interface Picture {
  url: string;
  width?: number;
}

export interface ShowText {
  lang: string;
  title: string;
  description: string;
}

export interface Show {
  id: string;
  slug: string;
  language: string;
  category: string;
  subcategory: string;
  explicit: boolean;
  type: 'episodic' | 'serial';
  author: string;
  ownerEmail: string;
  timeZone: string;
  copyright: string;
  locked: boolean;
  accent: string;
  hostIds: string[];
  texts: ShowText[];
  cover: Picture | null;
  version: number;
  counts: { draft: number; scheduled: number; published: number; withdrawn?: number };
  feedUrl: string;
  pageUrl: { en: string; fr: string };
  role: Role | null;
  deletedAt: string | null;
}

export interface EpisodeSummary {
  id: string;
  showId: string;
  eventId: string | null;
  state: EpisodeState;
  title: string;
  number: number | null;
  season: number | null;
  type: EpisodeType;
  publishedAt: string | null;
  scheduledAt: string | null;
  scheduledZone: string | null;
  hasUnreleasedChanges: boolean;
  recordingId: string | null;
  durationMs?: number | null;
  cover: Picture | null;
  people?: { name: string }[];
  blockers?: Blocker[];
  updatedAt: string;
}

export interface Blocker {
  code: string;
  field: string;
}

export interface EpisodeText {
  lang: string;
  title: string;
  summary: string;
  notes: string;
}

export interface Chapter {
  startMs: number;
  title: string;
  url: string;
}

export interface AppearanceText {
  lang: string;
  title: string;
  disclaimer: string;
}

export interface Appearance {
  personId?: string;
  name: string;
  slug?: string;
  photoUrl?: string | null;
  role: AppearanceRole;
  organisation: string;
  texts: AppearanceText[];
}

export interface Copy {
  type: EpisodeType;
  number: number | null;
  season: number | null;
  explicit: boolean;
  language: string;
  recordedOn: string | null;
  room: string;
  track: string;
  programmeAt: string | null;
  cover: Picture | null;
  revisionId: string | null;
  versions: Record<FieldGroup, number>;
  proposals: Record<string, ProposalSource>;
  texts: EpisodeText[];
  chapters: Chapter[];
  people: Appearance[];
}

export interface Episode {
  id: string;
  showId: string;
  eventId: string | null;
  guid: string;
  state: EpisodeState;
  publishedAt: string | null;
  scheduledAt: string | null;
  scheduledLocal: string | null;
  scheduledZone: string | null;
  hasUnreleasedChanges: boolean;
  recordingId: string | null;
  working: Copy;
  released: Copy | null;
  blockers: Blocker[];
  pageUrl: { en?: string; fr?: string };
  feedUrl: string;
  updatedAt: string;
}

export interface EventText {
  lang: string;
  name: string;
  description: string;
}

export interface ShowEvent {
  id: string;
  showId: string;
  slug: string;
  startsOn: string;
  endsOn: string;
  timeZone: string;
  place: string;
  texts: EventText[];
  version: number;
  pageUrl?: { en?: string; fr?: string };
  feedUrl?: string;
  talks?: number;
  counts?: { draft: number; scheduled: number; published: number };
}

export interface Person {
  id: string;
  name: string;
  slug: string;
  photoUrl?: string | null;
  title?: string;
  organisation?: string;
  affiliations?: { title: string; organisation: string }[];
}

export interface BinItem {
  kind: 'show' | 'episode';
  id: string;
  showId: string;
  title: string;
  deletedAt: string;
  purgeAt: string;
}

export interface StepState {
  name: StepName;
  state: WorkState;
  progress: number | null;
}

export interface Loudness {
  integratedLufs: number;
  asHeardLufs: number;
  truePeakDbtp: number;
  loudnessRange: number;
  noiseFloorLufs: number | null;
  shortTerm?: number[];
}

export interface SoundReport {
  before?: Loudness | null;
  after?: Loudness | null;
  findings?: { code: string; params?: Record<string, string | number> }[];
  notes?: { code: string; params?: Record<string, string | number> }[];
  targetLufs?: number;
}

export interface WaveformPair {
  before?: { durationMs: number; overview: number[] } | null;
  after?: { durationMs: number; overview: number[] } | null;
  durationMs?: number;
  overview?: number[];
}

export interface Revision {
  id: string;
  number: number;
  state: WorkState;
  step: StepName;
  steps: StepState[];
  progress: number | null;
  error: { code: string; message: string } | null;
  originalName: string;
  durationMs: number | null;
  mp3: { url: string; bytes: number; durationMs: number } | null;
  report: SoundReport | null;
  waveform: WaveformPair | null;
  createdAt: string;
  finishedAt: string | null;
  episodeId?: string;
  showId?: string;
}

export interface RecordingView {
  recordingId: string | null;
  upload: {
    id: string;
    fileName: string;
    totalBytes: number;
    receivedBytes: number;
    state: 'receiving' | 'finished' | 'refused' | 'expired';
  } | null;
  revisions: Revision[];
}

export interface Job extends Revision {
  title?: string;
  episodeTitle?: string;
}
