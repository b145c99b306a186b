import type { CorrectionNote } from '../correction/correction-notes.query.js';
import type { RenditionKind } from '#libs/media';
import type { EpisodeFeed } from '../feed/feed-settings.js';
import type { SoundNote } from '../sound/sound-note.plan.js';
import type { TimeLinks } from '../sound/time-links.plan.js';
import type { PersonRef } from '../show/show.view.js';
import type { ClipView } from '../clip/clip.view.js';
import type { QuoteView } from '../quote/quote.view.js';
import type { EpisodeFile } from '../file/episode-file.js';
import type { Takeaway } from './takeaway.js';
import type { TranscriptRef } from '../transcript/transcript.view.js';

export interface EpisodeTextView {
  lang: string;
  title: string;
  /** Address segment in this language. */
  slug: string;
  summary: string;
  /** Markdown as written. */
  notes: string;
  takeaways: Takeaway[];
}

export interface ChapterView {
  startMs: number;
  title: string;
  url: string;
}

/** A person in an episode, with title, employer and disclaimer as of the recording. */
export interface AppearanceView {
  person: PersonRef;
  role: 'guest' | 'host' | 'speaker' | 'panellist' | 'moderator';
  /** As of the recording, where it may be read on pages; empty otherwise (`ux:K-24`). */
  organisation: string;
  organisationUrl: string;
  /** The same where only the notes may say it; empty otherwise. */
  organisationInNotes: string;
  texts: { lang: string; title: string; disclaimer: string; biography: string }[];
  /** As they were at the release. */
  biographies?: { lang: string; text: string }[];
  /** When title or employer were put right after the release; null: never, or it is not noted. */
  correctedOn?: Date | null;
}

/** A file as the feed may announce it. */
export interface FileView {
  /** Storage key. */
  key: string;
  mime: string;
  bytes: number;
  durationMs: number;
  /** Bits a second. */
  bitrate: number;
  /** Hex. */
  sha256: string;
}

/** The published file, exactly as the feed announces it. */
export interface EnclosureView extends FileView {
  revisionId: string;
  revisionNumber: number;
  /** The same sound in other files. */
  alternates: (FileView & { kind: Exclude<RenditionKind, 'mp3'> })[];
  /** Overview peaks for the page's decoration: 0–100, at most 200 bars; empty when there are none. */
  peaks: number[];
}

/** The mini-series that an episode is a part of. */
export interface PartView {
  id: string;
  slug: string;
  part: number | null;
  /** How many parts it is to have; null: not said. */
  parts: number | null;
  texts: { lang: string; name: string }[];
}

/** A released (or, for a preview, a working) copy of an episode. A talk has `event`. */
export interface EpisodeView {
  id: string;
  showId: string;
  showSlug: string;
  showLanguage: string;
  guid: string;
  state: 'draft' | 'scheduled' | 'published' | 'withdrawn';
  publishedAt: Date | null;
  /** When what listeners see last changed. */
  updatedAt: Date;
  type: 'full' | 'trailer' | 'bonus';
  number: number | null;
  season: number | null;
  explicit: boolean;
  /** Spoken language. */
  language: string;
  recordedOn: string | null;
  coverKey: string | null;
  /** Pixels; a cover is square. */
  coverWidth: number | null;
  texts: EpisodeTextView[];
  chapters: ChapterView[];
  appearances: AppearanceView[];
  /** What was put right after the release and is told, newest first. */
  corrections?: CorrectionNote[];
  /** Which there are; their words are read by themselves (`TranscriptQuery`). */
  transcripts: TranscriptRef[];
  enclosure: EnclosureView | null;
  /** Where the sound is weak, when its producer wants listeners to know (`ux:L-05`). */
  soundNotes: SoundNote[];
  /** Who made the music and jingles of this sound, and under which licence; a line each. */
  licences: string[];
  /** How links to its moments go on leading there; null without a file. */
  timeLinks: TimeLinks | null;
  event: { id: string; slug: string; timeZone: string } | null;
  room: string;
  track: string;
  programmeAt: Date | null;
  series: PartView | null;
  tags: { name: string; slug: string }[];
  /** Where it gets good; milliseconds of the finished sound. */
  startHereMs: number | null;
  /** By its link only. */
  isUnlisted: boolean;
  /** It has a page before its release. */
  isAnnounced: boolean;
  /** Beside the sound: slides, documents, pictures. */
  files: EpisodeFile[];
  /** Approved, and for the page. */
  clips: ClipView[];
  /** Approved, and for the page. */
  quotes: QuoteView[];
  /** Until then it is for subscribers of the private feed only. */
  subscribersUntil: Date | null;
  /** From then on it is off pages and feeds. */
  expiresAt: Date | null;
  feed: EpisodeFeed;
}
