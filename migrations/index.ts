/** Every migration, listed by hand in the order in which it runs. */
import { CreateOutbox } from './1790000000000-create-outbox.js';
import { CreatePeople } from './1790000001000-create-people.js';
import { CreateMedia } from './1790000002000-create-media.js';
import { CreateCatalog } from './1790000003000-create-catalog.js';
import { CreateAccounts } from './1790000004000-create-accounts.js';
import { CreateFeeds } from './1790000005000-create-feeds.js';
import { FreezeReleasedSound } from './1790000006000-freeze-released-sound.js';
import { ReviseSound } from './1790000010000-revise-sound.js';
import { KeepSoundSettings } from './1790000011000-keep-sound-settings.js';
import { MeasureWork } from './1790000012000-measure-work.js';
import { WidenFeeds } from './1790000020000-widen-feeds.js';
import { ServeFeedsInTime } from './1790000021000-serve-feeds-in-time.js';
import { KeepSubscribers } from './1790000022000-keep-subscribers.js';
import { KeepTranscripts } from './1790000024000-keep-transcripts.js';
import { TellAndCount } from './1790000025000-tell-and-count.js';
import { KeepImports } from './1790000026000-keep-imports.js';
import { TakeShowsOut } from './1790000027000-take-shows-out.js';
import { CheckFeeds } from './1790000028000-check-feeds.js';
import { PrepareSharing } from './1790000030000-prepare-sharing.js';
import { KeepSiteSettings } from './1790000031000-keep-site-settings.js';
import { AnnounceEpisodes } from './1790000032000-announce-episodes.js';
import { KeepGuestHistory } from './1790000034000-keep-guest-history.js';
import { ReviewClipsAndQuotes } from './1790000035000-review-clips-and-quotes.js';
import { SayWhatPiecesShow } from './1790000036000-say-what-pieces-show.js';
import { SendKits } from './1790000037000-send-kits.js';
import { KeepFollowers } from './1790000038000-keep-followers.js';
import { FindPassages } from './1790000039000-find-passages.js';
import { LengthenPassages } from './1790000039500-lengthen-passages.js';
import { FindNewest } from './1790000040000-find-newest.js';
import { TellPersonsApart } from './1790000041000-tell-persons-apart.js';
import { ForgetErased } from './1790000042000-forget-erased.js';
import { AddContact } from './1790000043000-add-contact.js';

export const migrations = [
  CreateOutbox,
  CreatePeople,
  CreateMedia,
  CreateCatalog,
  CreateAccounts,
  CreateFeeds,
  FreezeReleasedSound,
  ReviseSound,
  KeepSoundSettings,
  MeasureWork,
  WidenFeeds,
  ServeFeedsInTime,
  KeepSubscribers,
  KeepTranscripts,
  TellAndCount,
  KeepImports,
  TakeShowsOut,
  CheckFeeds,
  PrepareSharing,
  KeepSiteSettings,
  AnnounceEpisodes,
  KeepGuestHistory,
  ReviewClipsAndQuotes,
  SayWhatPiecesShow,
  SendKits,
  KeepFollowers,
  FindPassages,
  LengthenPassages,
  FindNewest,
  TellPersonsApart,
  ForgetErased,
  AddContact,
];
