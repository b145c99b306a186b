/**
 * A tag of the podcast namespace (or of iTunes) that has no field of its own, as the producer wrote it and its schema
 * accepted it: `name` with its prefix, such as `podcast:value`.
 */
export interface TagRecord {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: TagRecord[];
}

export interface Place {
  name: string;
  /** `creator`: where it is made; else what it is about. */
  rel: 'subject' | 'creator';
  /** `geo:45.5,-73.6`; empty: not said. */
  geo: string;
  /** `R113314`; empty: not said. */
  osm: string;
  /** Two letters; empty: not said. */
  country: string;
}

/** A lower-case licence identifier, or a name of one's own with the address of its text. */
export interface Licence {
  id: string;
  url: string;
}

export interface Funding {
  url: string;
  text: string;
}

/** Another feed, by its podcast:guid. */
export interface FeedReference {
  feedGuid: string;
  feedUrl: string;
  title: string;
}

export const mediums = ['podcast', 'music', 'video', 'film', 'audiobook', 'newsletter', 'blog', 'course'] as const;
export type Medium = (typeof mediums)[number];

/** What a show's feed says beyond name, cover and category. */
export interface ShowFeed {
  medium: Medium;
  /** No more episodes will come (itunes:complete). */
  complete: boolean;
  /** Kept out of directories (itunes:block, podcast:block). */
  blocked: boolean;
  funding: Funding[];
  licence: Licence | null;
  places: Place[];
  /** What a season is called, by its number; most have no name. */
  seasons: { number: number; name: string }[];
  /** `rrule` as in RFC 5545; `startsAt` an ISO 8601 date and time, empty: none. */
  updateFrequency: { text: string; rrule: string; startsAt: string } | null;
  /** podcast:txt of a purpose, such as `verify` or `applepodcastsverify`. */
  verify: { purpose: string; text: string }[];
  /** Whether it is made with generated voices or texts (podcast:txt ai-content); null: not said. */
  aiContent: boolean | null;
  podroll: FeedReference[];
  publisher: FeedReference | null;
  /** Hubs and podping are told of changes. */
  push: boolean;
  /** Where the feed has moved to: itunes:new-feed-url, and 301 from here; empty: it lives here. */
  movedTo: string;
  tags: TagRecord[];
}

/** What an episode's item says beyond its fields. */
export interface EpisodeFeed {
  /** How its number is shown, such as `Day 3`; empty: as a number. */
  display: string;
  funding: Funding[];
  licence: Licence | null;
  places: Place[];
  /** In the time of the finished sound. */
  soundbites: { startMs: number; durationMs: number; title: string }[];
  aiContent: boolean | null;
  /** Left out of directories (itunes:block). */
  blocked: boolean;
  tags: TagRecord[];
}

export const usualShowFeed: ShowFeed = {
  medium: 'podcast',
  complete: false,
  blocked: false,
  funding: [],
  licence: null,
  places: [],
  seasons: [],
  updateFrequency: null,
  verify: [],
  aiContent: null,
  podroll: [],
  publisher: null,
  push: true,
  movedTo: '',
  tags: [],
};

export const usualEpisodeFeed: EpisodeFeed = {
  display: '',
  funding: [],
  licence: null,
  places: [],
  soundbites: [],
  aiContent: null,
  blocked: false,
  tags: [],
};
