import type { AppearanceRole } from '../episode/appearance.entity.js';
import type { EpisodeCopy } from '../episode/episode-copy.entity.js';
import type { ChapterView } from '../episode/episode.view.js';
import type { EpisodeFeed, ShowFeed } from '../feed/feed-settings.js';

/** A person as another feed names them. `link`: a page about them, or empty. */
export interface ImportedAppearance {
  name: string;
  role: AppearanceRole;
  link: string;
}

/** An episode that was published elsewhere, in plain, clean values. */
export interface ImportedEpisode {
  /** Byte for byte (`feed:I07`). */
  guid: string;
  title: string;
  summary: string;
  /** Markdown. */
  notes: string;
  type: EpisodeCopy['type'];
  number: number | null;
  season: number | null;
  explicit: boolean;
  /** `YYYY-MM-DD`; null: not known. */
  recordedOn: string | null;
  tags: string[];
  people: ImportedAppearance[];
  chapters: ChapterView[];
  feed: Partial<EpisodeFeed>;
}

/** What a show brings along from its old feed, beyond the form of a new show. */
export interface ImportedShow {
  copyright: string;
  locked: boolean;
  /** Kept for life when the show has none yet (`feed:P12`); empty: none. */
  podcastGuid: string;
  people: ImportedAppearance[];
  feed: Partial<ShowFeed>;
}
