import { Addresses } from './address/addresses.js';
import { EpisodeAddress } from './address/episode-address.entity.js';
import { AppearanceText } from './episode/appearance-text.entity.js';
import { Appearance, type AppearanceRole } from './episode/appearance.entity.js';
import { Chapter } from './episode/chapter.entity.js';
import { EpisodeChange } from './episode/episode-change.entity.js';
import {
  type CopyKind,
  EpisodeCopy,
  type FieldGroup,
  fieldGroups,
  type Proposals,
} from './episode/episode-copy.entity.js';
import { EpisodeText } from './episode/episode-text.entity.js';
import { Episode, type EpisodeState } from './episode/episode.entity.js';
import { EventText } from './event/event-text.entity.js';
import { Event } from './event/event.entity.js';
import { ShowText } from './show/show-text.entity.js';
import { Show } from './show/show.entity.js';

export const catalogEntities = [
  Show,
  ShowText,
  Event,
  EventText,
  Episode,
  EpisodeCopy,
  EpisodeText,
  Chapter,
  Appearance,
  AppearanceText,
  EpisodeChange,
  EpisodeAddress,
];
export {
  Appearance,
  type AppearanceRole,
  AppearanceText,
  Chapter,
  type CopyKind,
  Episode,
  EpisodeAddress,
  EpisodeChange,
  EpisodeCopy,
  type EpisodeState,
  EpisodeText,
  Event,
  EventText,
  type FieldGroup,
  fieldGroups,
  type Proposals,
  Show,
  ShowText,
};

export type {
  AppearanceView,
  ChapterView,
  EnclosureView,
  EpisodeTextView,
  EpisodeView,
} from './episode/episode.view.js';
export type { EventView } from './event/event.view.js';
export type { GuestView } from './guest/guest.view.js';
export type { ImageView, PersonRef, ShowView, TextView } from './show/show.view.js';
export { Addresses };
export { Addresses } from './address/addresses.js';
export { categories, type Category, isCategory } from './category/categories.js';
export { EpisodeQuery, type EpisodeLookup, type EpisodePage, type ParentSlug } from './episode/episode.query.js';
export type {
  AppearanceView,
  ChapterView,
  EnclosureView,
  EpisodeTextView,
  EpisodeView,
} from './episode/episode.view.js';
export { EventQuery } from './event/event.query.js';
export type { EventView } from './event/event.view.js';
export { GuestQuery } from './guest/guest.query.js';
export type { GuestView } from './guest/guest.view.js';
export { HomeQuery, type HomeView } from './home/home.query.js';
export { type Lookup, ShowQuery } from './show/show.query.js';
export type { ImageView, PersonRef, ShowView, TextView } from './show/show.view.js';
