import type { components } from '../api/schema';

type Schemas = components['schemas'];

/** A tag written by hand; the API's document says the same to a depth of four. */
export interface TagRecord {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: TagRecord[];
}

export type ShowFeedSettings = Schemas['ShowFeedSettings'];
/** What may be edited here; moving has its own place. */
export type ShowFeed = Omit<Schemas['ShowFeed'], 'tags' | 'movedTo'> & { tags: TagRecord[] };
export type EpisodeFeed = Omit<Schemas['EpisodeFeed'], 'tags'> & { tags: TagRecord[] };

export type Funding = ShowFeed['funding'][number];
export type Licence = NonNullable<ShowFeed['licence']>;
export type Place = ShowFeed['places'][number];
export type FeedReference = ShowFeed['podroll'][number];
export type UpdateFrequency = NonNullable<ShowFeed['updateFrequency']>;
export type Soundbite = EpisodeFeed['soundbites'][number];

export type TagDescription = Schemas['FeedTagDescription'];
export type ValueDescription = TagDescription['attributes'][number];

/** The server's sentences by the path of each field. */
export type Errors = Record<string, string>;
