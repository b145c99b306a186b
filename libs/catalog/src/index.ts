import { EpisodeAddress } from './address/episode-address.entity.js';
import { Clip } from './clip/clip.entity.js';
import { ConsentReceipt } from './consent/consent-receipt.entity.js';
import { Correction } from './correction/correction.entity.js';
import { AppearanceText } from './episode/appearance-text.entity.js';
import { Appearance } from './episode/appearance.entity.js';
import { Chapter } from './episode/chapter.entity.js';
import { EpisodeChange } from './episode/episode-change.entity.js';
import { EpisodeCopy } from './episode/episode-copy.entity.js';
import { EpisodeText } from './episode/episode-text.entity.js';
import { Episode } from './episode/episode.entity.js';
import { EventText } from './event/event-text.entity.js';
import { Event } from './event/event.entity.js';
import { PersonMerge } from './guest/person-merge.entity.js';
import { GuestCode } from './guest-link/guest-code.entity.js';
import { GuestLinkEvent } from './guest-link/guest-link-event.entity.js';
import { GuestLink } from './guest-link/guest-link.entity.js';
import { Quote } from './quote/quote.entity.js';
import { SeriesText } from './series/series-text.entity.js';
import { Series } from './series/series.entity.js';
import { ShowText } from './show/show-text.entity.js';
import { Show } from './show/show.entity.js';
import { SiteRow } from './site/site-row.entity.js';
import { Piece } from './sound/piece.entity.js';
import { Selection } from './subscriber/selection.entity.js';
import { Subscriber } from './subscriber/subscriber.entity.js';
import { Transcript } from './transcript/transcript.entity.js';

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
  Piece,
  Series,
  SeriesText,
  Subscriber,
  Selection,
  Transcript,
  Clip,
  Quote,
  GuestLink,
  GuestLinkEvent,
  GuestCode,
  ConsentReceipt,
  Correction,
  PersonMerge,
  SiteRow,
];
export {
  Appearance,
  AppearanceText,
  Chapter,
  Clip,
  ConsentReceipt,
  Correction,
  Episode,
  EpisodeAddress,
  EpisodeChange,
  EpisodeCopy,
  EpisodeText,
  Event,
  EventText,
  GuestLink,
  GuestCode,
  GuestLinkEvent,
  PersonMerge,
  Piece,
  Quote,
  Selection,
  Series,
  SeriesText,
  Show,
  ShowText,
  Subscriber,
  Transcript,
};
export { Addresses } from './address/addresses.js';
export { SecretAddresses } from './address/secret-addresses.js';
export { HostBook, type HostedShow } from './address/host-book.js';
export { readHosts, renewHosts } from './address/hosts.query.js';
export { BinQuery, type BinItem } from './bin/bin.query.js';
export { binDays, BinService } from './bin/bin.service.js';
export type { Eraser } from './bin/purge.js';
export { type Catalog, type CatalogDeps, type CatalogQueries, createCatalog, createCatalogQueries } from './catalog.js';
export { categories, type Category, isCategory } from './category/categories.js';
export type { Approval, ClipState } from './clip/clip.entity.js';
export { type Cue, captionMax, toCaptions, toLines } from './clip/captions.plan.js';
export { clipMs, type ClipForm, quoteMax, quoteMs, titleMax } from './clip/clip-form.plan.js';
export { type ClipCaptions, readClipCaptions } from './clip/captions.query.js';
export { ClipsService, type NewClip } from './clip/clips.service.js';
export {
  type ClipDesk,
  type HighlightsDesk,
  HighlightsDeskQuery,
  type QuoteDesk,
  type ReviewPerson,
} from './clip/highlights-desk.query.js';
export { ProposalsService } from './clip/proposals.service.js';
export { SentencesQuery } from './clip/sentences.query.js';
export type { QuoteForm } from './quote/quote-form.plan.js';
export { type NewQuote, QuotesService } from './quote/quotes.service.js';
export type { ClipAnswer, QuoteAnswer, WordingAnswer } from './review/answers.plan.js';
export { type Asked, AskingService } from './review/asking.service.js';
export { ReviewDeadlines } from './review/review-deadlines.service.js';
export { reviewHours, type ReviewRules, usualReview } from './review/review-rules.js';
export { type ReviewFact, reviewFacts } from './review/review.facts.js';
export { countOpen } from './review/review-rows.js';
export { CodeNeeded, ReviewService } from './review/review.service.js';
export type { GuestReview, ReviewClip, ReviewQuote } from './review/review.view.js';
export { type OpenCount, type SilenceRule, silenceRuleOf } from './review/silence.plan.js';
export { announceHighlights, highlightsChanged } from './clip/highlights.facts.js';
export { type Highlights, HighlightsQuery } from './clip/highlights.query.js';
export type { ClipUses, ClipView } from './clip/clip.view.js';
export type { AppearanceRole, EmployerNaming } from './episode/appearance.entity.js';
export {
  type GuestStage,
  type GuestStep,
  guestStage,
  isLapsed,
  nextGuestState,
  takesPart,
} from './guest-link/guest-life.state.js';
export { type ConsentUse, consentUses, type GuestState, isOpenLink } from './guest-link/guest-link.entity.js';
export type { QuoteState, QuoteText } from './quote/quote.entity.js';
export type { QuoteUses, QuoteView } from './quote/quote.view.js';
export { siteChanged, type SiteDesk, SiteService } from './site/site.service.js';
export { PublicNamesQuery } from './site/public-names.query.js';
export { readSite } from './site/site.query.js';
export { type SiteSettings, type SiteTexts, usualSiteSettings } from './site/site-settings.js';
export { type AppLink, type ShowPage, usualShowPage } from './show/show-page.js';
export { HostMissing, type ShowPageDesk, ShowPageService } from './show/show-page.service.js';
export { ShowPartsQuery, type ShowPartView } from './show/show-parts.query.js';
export { findShowAtHost } from './show/show-at-host.query.js';
export { isLinkOf, type ListenApp, listenApps, type ListenWay, listenWay, listenWays } from './show/listen-apps.js';
export { NowQuery, type NowView } from './guest/now.query.js';
export { readWithdrawn, type Withdrawn } from './guest/withdrawn.query.js';
export { RelatedQuery } from './related/related.query.js';
export type { RelatedReason } from './related/related.plan.js';
export { type RelatedEpisode, type RelatedView, toRelatedEpisode } from './related/related.view.js';
export { relateViews } from './related/relate-views.plan.js';
export { PartsQuery, type SeriesParts } from './series/parts.query.js';
export { type SeriesPart, toParts } from './series/parts.plan.js';
export type { Takeaway } from './episode/takeaway.js';
export { takeawayLength, takeawaysMax } from './episode/takeaways.plan.js';
export { type EpisodeFile, fileBytesMax, type FileKind, fileKinds, filesMax } from './file/episode-file.js';
export { EpisodeFilesService, type FileForm } from './file/episode-files.service.js';
export { isPictureKind, kindFacts } from './file/file-name.plan.js';
export type { Blocker, BlockerCode } from './episode/blockers.plan.js';
export { chaptersMax, parseChapters } from './episode/chapters.plan.js';
export { checkChapters } from './chapter/chapter-checks.plan.js';
export { FileChaptersQuery } from './chapter/file-chapters.query.js';
export { importChapters, type ImportedChapters } from './chapter/import-chapters.plan.js';
export { type ChapterFormat, chapterFormats, type LostPart } from './chapter/imported-chapters.js';
export { writeChapterList, writeSimpleChapters } from './chapter/write-chapters.plan.js';
export type { FileTags } from './episode/draft.plan.js';
export { type CopyKind, type FieldGroup, fieldGroups, type Proposals } from './episode/episode-copy.entity.js';
export { type EpisodeDesk, EpisodeDeskQuery, type EpisodeFilter } from './episode/episode-desk.query.js';
export { type DraftForm, EpisodeDraftsService } from './episode/episode-drafts.service.js';
export { EpisodeEditsService, type SaveOptions } from './episode/episode-edits.service.js';
export type { AppearanceForm, BasicsForm, TextForm } from './episode/episode-form.plan.js';
export { EpisodeMediaService } from './episode/episode-media.service.js';
export { type EpisodePreview, EpisodePreviewQuery } from './episode/episode-preview.query.js';
export { setAnnounced } from './episode/announce-ahead.js';
export { EpisodePublishingService } from './episode/episode-publishing.service.js';
export { toBasics, toChapters, toFeed, toPeople, toTexts } from './episode/group-values.js';
export type { EpisodeState } from './episode/episode.entity.js';
export {
  EpisodeBeingTagged,
  EpisodeGoingOut,
  EpisodeNotReady,
  LocalTimeMissing,
  LocalTimeTwice,
  type PossibleTime,
  WrongEpisodeState,
} from './episode/episode.error.js';
export {
  type EpisodeEdited,
  episodeEdited,
  type EpisodeFact,
  episodeFacts,
  episodePlanned,
} from './episode/episode.facts.js';
export { type Embeddable, EmbeddableQuery } from './episode/embeddable.query.js';
export { type EpisodeLookup, type EpisodePage, EpisodeQuery, type ParentSlug } from './episode/episode.query.js';
export type {
  AppearanceView,
  ChapterView,
  EnclosureView,
  FileView,
  EpisodeTextView,
  EpisodeView,
} from './episode/episode.view.js';
export { EpisodeWindowsService } from './episode/episode-windows.service.js';
export { type Heard, readHeard } from './episode/heard.query.js';
export type { ListingWhere } from './episode/listing-where.plan.js';
export { isOpenSql, isReachableSql } from './episode/listing-where.plan.js';
export type { Audience } from './episode/listing.plan.js';
export { type Listing, ListingMemo, type ListingOptions, readListing } from './episode/listing.query.js';
export { isTimeZone, toInstant, toLocal } from './episode/schedule.plan.js';
export {
  type EpisodeFeed,
  type FeedReference,
  type Funding,
  type Licence,
  type Medium,
  mediums,
  type Place,
  type ShowFeed,
  type TagRecord,
  usualEpisodeFeed,
  usualShowFeed,
} from './feed/feed-settings.js';
export { cleanEpisodeFeed, findEpisodeFeedProblems, isSoundbite } from './feed/episode-feed.plan.js';
export { licenceIds } from './feed/licences.js';
export { cleanShowFeed, findShowFeedProblems } from './feed/show-feed.plan.js';
export { type ShowFeedDesk, ShowFeedService } from './feed/show-feed.service.js';
export { cleanTags, findTagProblems, tagsMax, type TagPlace } from './feed/tag-records.plan.js';
export type { AttributeSchema, ChildSchema, TagSchema, ValueKind, ValueSchema } from './feed/tag-schema.js';
export { findTagSchema, tagTable } from './feed/tag-table.js';
export { toValidEpisodeFeed, toValidShowFeed } from './feed/valid-feed.plan.js';
export { isMailAddress } from './feed/value.plan.js';
export { type EventFact, eventFacts } from './event/event.facts.js';
export type { EventForm } from './event/event.plan.js';
export { EventsService, type NewEvent } from './event/events.service.js';
export { EventQuery } from './event/event.query.js';
export type { EventView } from './event/event.view.js';
export { type GuestEventKind, guestEvents } from './guest-link/guest-link-event.entity.js';
export { type ConsentProof } from './consent/consent-receipt.entity.js';
export { type ConsentForm, ConsentsService } from './consent/consents.service.js';
export { consentWords } from './consent/consent-words.js';
export type { CorrectionKind, CorrectionState } from './correction/correction.entity.js';
export { type Affiliated, type CorrectionBody, reasonMax } from './correction/correction.plan.js';
export { type CorrectionDecision, CorrectionsService } from './correction/corrections.service.js';
export { type EmployerLeak, findEmployerLeaks } from './guest-link/employer-leaks.plan.js';
export { type CodeOutcome, codeRules } from './guest-link/guest-code.state.js';
export { GuestCodes } from './guest-link/guest-codes.service.js';
export { type OwnLetterDeps, makeWriteGuestLetter } from './guest-link/guest-letter.handler.js';
export { writeGuestLetter } from './guest-link/guest-letter.job.js';
export { type GuestFrame, readGuestFrame } from './guest-link/guest-frame.query.js';
export {
  type GuestHappening,
  guestLinkChanged,
  type GuestLinkFact,
  logGuestEvent,
  stepGuestLink,
} from './guest-link/guest-link-log.js';
export type { GuestLinkForm } from './guest-link/guest-link.plan.js';
export { requireChangeGuestLinks, requireGuest, requireSeeGuestLinks } from './guest-link/guest-link.policy.js';
export { GuestLinks, lockGuestLink, type OpenGuestLink } from './guest-link/guest-links.service.js';
export { type GuestSelf, readGuestSelf } from './guest-link/guest-self.query.js';
export { GuestSelfService, type OwnAppearanceForm } from './guest-link/guest-self.service.js';
export { type BoardGuest, GuestBoardQuery } from './guest-link/guest-board.query.js';
export { GuestDeskService } from './guest-link/guest-desk.service.js';
export { GuestSecrets } from './guest-link/guest-secrets.js';
export type { CorrectionNote } from './correction/correction-notes.query.js';
export { GuestQuery } from './guest/guest.query.js';
export {
  type ListedPerson,
  peopleFilters,
  type PeopleFilter,
  type PeopleList,
  PeopleQuery,
  type PersonRecord,
} from './guest/people.query.js';
export { personErased, type PersonErasedFact } from './guest/erase-person.facts.js';
export { type ErasedEpisode, ErasePersonService, type ErasurePreview } from './guest/erase-person.service.js';
export { type DoneMerge, type MergePreview, PersonMergesService } from './guest/person-merges.service.js';
export type { GuestLookup, GuestView } from './guest/guest.view.js';
export { isSameName } from './guest/now.plan.js';
export type { ImportedAppearance, ImportedEpisode, ImportedShow } from './import/imported-episode.js';
export { ImportedEpisodesService, type KnownEpisode } from './import/imported-episodes.service.js';
export { HomeQuery, type HomeView } from './home/home.query.js';
export { cleanNotes, notesAsText, renderFeedNotes, renderNotes } from './note/notes.js';
export { isPublicHost, toPodcastGuid } from './show/podcast-guid.plan.js';
export type { ShowForm } from './show/show.plan.js';
export { type NewShow, ShowsService } from './show/shows.service.js';
export { type ShowFact, showFacts } from './show/show.facts.js';
export { mayCreateShow, requireChangeShow, requireRole, requireSeeShow } from './show/show.policy.js';
export { type EpisodeSoundSettings, type SoundDefaults, usualSound } from './sound/sound-settings.plan.js';
export { EpisodeSoundService, type EpisodeSoundDesk, RecordingMissing } from './sound/episode-sound.service.js';
export { PiecesService } from './sound/pieces.service.js';
export type { PieceView } from './sound/piece.view.js';
export { type ShowSoundDesk, ShowSoundService } from './sound/show-sound.service.js';
export { type EpisodeSoundForm, type PieceForm, rangesMax } from './sound/sound-form.plan.js';
export type { ReleaseView } from './sound/releases.query.js';
export type { SoundNote } from './sound/sound-note.plan.js';
export { type TimeLinks, toNow } from './sound/time-links.plan.js';
export { type Lookup, ShowQuery } from './show/show.query.js';
export type { ImageView, NamedShow, PersonRef, ShowView, TextView } from './show/show.view.js';
export { type Platform, type PlatformChecks, type PlatformRemark, platforms } from './platform/platform.plan.js';
export { type Paragraph, toParagraphs } from './transcript/paragraphs.plan.js';
export { type ParsedTranscript, parseTranscript } from './transcript/parse-transcript.plan.js';
export type { SpeakerView } from './transcript/speakers.plan.js';
export { checkTranscript } from './transcript/transcript-checks.plan.js';
export type { TranscriptRefusal } from './transcript/refusals.query.js';
export { type TranscriptDesk, TranscriptDeskQuery, type TranscriptList } from './transcript/transcript-desk.query.js';
export type { TranscriptContent } from './transcript/transcript.entity.js';
export { decodeText, toLanguageTag } from './transcript/transcript-form.plan.js';
export type { Segment, SpeakerChoices, SpokenSegment } from './transcript/transcript.plan.js';
export { TranscriptQuery } from './transcript/transcript.query.js';
export { saveTranscript } from './transcript/transcript-rows.js';
export { type TranscriptAt, type TranscriptForm, TranscriptsService } from './transcript/transcripts.service.js';
export { offeredExtensions, transcriptTypes, writeTranscript } from './transcript/write/write-transcript.plan.js';
export {
  type TranscriptExtension,
  transcriptExtensions,
  type TranscriptRef,
  type TranscriptView,
} from './transcript/transcript.view.js';
export { type SeriesFact, seriesFacts } from './series/series.facts.js';
export type { SeriesForm } from './series/series.plan.js';
export { SeriesQuery } from './series/series.query.js';
export { type NewSeries, requireSeries, SeriesService } from './series/series.service.js';
export type { SeriesView } from './series/series.view.js';
export { type ChoicePerson, ChoiceQuery, type Choices, type Named } from './subscriber/choice.query.js';
export { type SecretHolder, SecretQuery } from './subscriber/secret.query.js';
export { type SelectionForm, selectionMax } from './subscriber/selection.plan.js';
export { SelectionsService } from './subscriber/selections.service.js';
export {
  type SelectionFact,
  selectionMade,
  subscribersChanged,
  type SubscribersFact,
} from './subscriber/subscriber.facts.js';
export { type NewSubscriber, SubscribersService } from './subscriber/subscribers.service.js';
export { TagQuery } from './tag/tag.query.js';
export type { TagView } from './tag/tag.view.js';
