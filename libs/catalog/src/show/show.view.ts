import type { ShowFeed } from '../feed/feed-settings.js';
import type { ShowPage } from './show-page.js';
import type { PersonRef } from '#libs/people';

export type { PersonRef };

/** A picture we serve: `key` names the stored file, `width` its pixels (square unless `height` says otherwise). */
export interface ImageView {
  key: string;
  width: number;
  alt: string;
}

export interface TextView {
  lang: string;
  title: string;
  description: string;
}

/** A show as its readers see it. */
export interface ShowView {
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
  podcastGuid: string | null;
  coverKey: string | null;
  /** Pixels; a cover is square. */
  coverWidth: number | null;
  accent: string;
  texts: TextView[];
  hosts: PersonRef[];
  feed: ShowFeed;
  page: ShowPage;
  /** A host name of its own, once its pages are there; null: the instance's. */
  host: string | null;
  /** Released, not deleted. */
  episodeCount: number;
  latestAt: Date | null;
}

/** What names a show beside something of its own. */
export type NamedShow = Pick<ShowView, 'id' | 'slug' | 'texts' | 'language' | 'coverKey' | 'timeZone'>;
