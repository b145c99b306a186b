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
