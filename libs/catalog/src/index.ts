import { EpisodeAddress } from './address/episode-address.entity.js';
import { AppearanceText } from './episode/appearance-text.entity.js';
import { Appearance } from './episode/appearance.entity.js';
import { Chapter } from './episode/chapter.entity.js';
import { EpisodeChange } from './episode/episode-change.entity.js';
import { EpisodeCopy } from './episode/episode-copy.entity.js';
import { EpisodeText } from './episode/episode-text.entity.js';
import { Episode } from './episode/episode.entity.js';
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
  AppearanceText,
  Chapter,
  Episode,
  EpisodeAddress,
  EpisodeChange,
  EpisodeCopy,
  EpisodeText,
  Event,
  EventText,
  Show,
  ShowText,
};
export { Addresses } from './address/addresses.js';
export { categories, type Category, isCategory } from './category/categories.js';
export type { AppearanceRole } from './episode/appearance.entity.js';
export type { Blocker, BlockerCode } from './episode/blockers.plan.js';
export { chaptersMax, parseChapters } from './episode/chapters.plan.js';
export type { FileTags } from './episode/draft.plan.js';
export { type CopyKind, type FieldGroup, fieldGroups, type Proposals } from './episode/episode-copy.entity.js';
export type { EpisodeState } from './episode/episode.entity.js';
export {
  EpisodeNotReady,
  LocalTimeMissing,
  LocalTimeTwice,
  type PossibleTime,
  WrongEpisodeState,
} from './episode/episode.error.js';
export { type EpisodeFact, episodeFacts } from './episode/episode.facts.js';
export { type EpisodeLookup, type EpisodePage, EpisodeQuery, type ParentSlug } from './episode/episode.query.js';
export type {
  AppearanceView,
  ChapterView,
  EnclosureView,
  EpisodeTextView,
  EpisodeView,
} from './episode/episode.view.js';
export { isTimeZone, toInstant } from './episode/schedule.plan.js';
export { type EventFact, eventFacts } from './event/event.facts.js';
export { EventQuery } from './event/event.query.js';
export type { EventView } from './event/event.view.js';
export { GuestQuery } from './guest/guest.query.js';
export type { GuestView } from './guest/guest.view.js';
export { HomeQuery, type HomeView } from './home/home.query.js';
export { cleanNotes, notesAsText, renderFeedNotes, renderNotes } from './note/notes.js';
export { isPublicHost, toPodcastGuid } from './show/podcast-guid.plan.js';
export { type ShowFact, showFacts } from './show/show.facts.js';
export { mayCreateShow, requireChangeShow, requireRole, requireSeeShow } from './show/show.policy.js';
export { type Lookup, ShowQuery } from './show/show.query.js';
export type { ImageView, PersonRef, ShowView, TextView } from './show/show.view.js';
