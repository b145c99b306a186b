import type { MembershipsService } from '#libs/accounts';
import type { Clock } from '#libs/kernel';
import { BatchesService, type ImagesService, RevisionsService } from '#libs/media';
import type { DataSource } from 'typeorm';
import type { Addresses } from './address/addresses.js';
import { BinQuery } from './bin/bin.query.js';
import { BinService } from './bin/bin.service.js';
import type { Eraser } from './bin/purge.js';
import { FileChaptersQuery } from './chapter/file-chapters.query.js';
import { ClipsService } from './clip/clips.service.js';
import { HighlightsDeskQuery } from './clip/highlights-desk.query.js';
import { HighlightsQuery } from './clip/highlights.query.js';
import { ProposalsService } from './clip/proposals.service.js';
import { SentencesQuery } from './clip/sentences.query.js';
import { EpisodeDeskQuery } from './episode/episode-desk.query.js';
import { EpisodeDraftsService } from './episode/episode-drafts.service.js';
import { EpisodeEditsService } from './episode/episode-edits.service.js';
import { EpisodeMediaService } from './episode/episode-media.service.js';
import { EpisodePublishingService } from './episode/episode-publishing.service.js';
import { EpisodeQuery } from './episode/episode.query.js';
import { EventQuery } from './event/event.query.js';
import { EventsService } from './event/events.service.js';
import { ShowFeedService } from './feed/show-feed.service.js';
import { ConsentsService } from './consent/consents.service.js';
import { CorrectionsService } from './correction/corrections.service.js';
import { GuestDeskService } from './guest-link/guest-desk.service.js';
import { GuestBoardQuery } from './guest-link/guest-board.query.js';
import { GuestCodes } from './guest-link/guest-codes.service.js';
import { GuestLinks } from './guest-link/guest-links.service.js';
import { GuestSecrets } from './guest-link/guest-secrets.js';
import { GuestQuery } from './guest/guest.query.js';
import { PeopleQuery } from './guest/people.query.js';
import { ErasePersonService } from './guest/erase-person.service.js';
import { PersonMergesService } from './guest/person-merges.service.js';
import { HomeQuery } from './home/home.query.js';
import { RelatedQuery } from './related/related.query.js';
import { PartsQuery } from './series/parts.query.js';
import { SeriesQuery } from './series/series.query.js';
import { SeriesService } from './series/series.service.js';
import { ImportedEpisodesService } from './import/imported-episodes.service.js';
import { ShowPageService } from './show/show-page.service.js';
import { QuotesService } from './quote/quotes.service.js';
import { AskingService } from './review/asking.service.js';
import { ReviewDeadlines } from './review/review-deadlines.service.js';
import { ReviewService } from './review/review.service.js';
import { ShowQuery } from './show/show.query.js';
import { SiteService } from './site/site.service.js';
import { ShowsService } from './show/shows.service.js';
import { EpisodeSoundService } from './sound/episode-sound.service.js';
import { PiecesService } from './sound/pieces.service.js';
import { ShowSoundService } from './sound/show-sound.service.js';
import { SecretQuery } from './subscriber/secret.query.js';
import { SelectionsService } from './subscriber/selections.service.js';
import { SubscribersService } from './subscriber/subscribers.service.js';
import { TagQuery } from './tag/tag.query.js';
import { TranscriptDeskQuery } from './transcript/transcript-desk.query.js';
import { TranscriptQuery } from './transcript/transcript.query.js';
import { TranscriptsService } from './transcript/transcripts.service.js';

export interface CatalogDeps {
  dataSource: DataSource;
  clock: Clock;
  addresses: Addresses;
  memberships: Pick<MembershipsService, 'grant'>;
  images: Pick<ImagesService, 'acceptCover'>;
  eraser: Eraser;
  /** The instance's, from which the secrets of guest links are derived. */
  secret: string;
}

/** The services of this lib, wired by hand: for the apps' providers and for tests. */
export function createCatalog({ dataSource, clock, addresses, memberships, images, eraser, secret }: CatalogDeps) {
  return {
    ...createCatalogQueries({ dataSource, clock }),
    shows: new ShowsService(dataSource, memberships, images),
    events: new EventsService(dataSource, clock),
    drafts: new EpisodeDraftsService(dataSource),
    edits: new EpisodeEditsService(dataSource, images),
    publishing: new EpisodePublishingService(dataSource, clock, addresses),
    episodeMedia: new EpisodeMediaService(dataSource, clock),
    bin: new BinService(dataSource, clock, eraser),
    binQuery: new BinQuery(dataSource),
    desk: new EpisodeDeskQuery(dataSource),
    showFeed: new ShowFeedService(dataSource),
    showPage: new ShowPageService(dataSource, clock, addresses),
    site: new SiteService(dataSource),
    showSound: new ShowSoundService(
      dataSource,
      new BatchesService(dataSource, new RevisionsService(dataSource, clock), clock),
    ),
    episodeSound: new EpisodeSoundService(dataSource, clock),
    pieces: new PiecesService(dataSource),
    fileChapters: new FileChaptersQuery(dataSource),
    transcripts: new TranscriptsService(dataSource, clock),
    transcriptDesk: new TranscriptDeskQuery(dataSource),
    imported: new ImportedEpisodesService(clock, addresses),
    series: new SeriesService(dataSource, clock),
    subscribers: new SubscribersService(dataSource, clock),
    selections: new SelectionsService(dataSource, clock),
    guestLinks: new GuestLinks(dataSource, clock, new GuestSecrets(secret)),
    guestCodes: new GuestCodes(dataSource, clock, new GuestSecrets(secret)),
    consents: new ConsentsService(dataSource, clock),
    corrections: new CorrectionsService(dataSource, clock),
    guestDesk: new GuestDeskService(dataSource, clock),
    guestBoard: new GuestBoardQuery(dataSource, clock),
    people: new PeopleQuery(dataSource, clock),
    personMerges: new PersonMergesService(dataSource, clock),
    erasePerson: new ErasePersonService(dataSource, clock),
    clips: new ClipsService(dataSource, clock),
    quotes: new QuotesService(dataSource, clock),
    proposals: new ProposalsService(dataSource, clock),
    sentences: new SentencesQuery(dataSource),
    highlightsDesk: new HighlightsDeskQuery(dataSource),
    asking: new AskingService(dataSource, clock, new GuestLinks(dataSource, clock, new GuestSecrets(secret))),
    review: new ReviewService(dataSource, clock),
    reviewDeadlines: new ReviewDeadlines(dataSource, clock),
  };
}

/** What the public side reads. */
export function createCatalogQueries({ dataSource, clock }: Pick<CatalogDeps, 'dataSource' | 'clock'>) {
  return {
    showQuery: new ShowQuery(dataSource, clock),
    episodeQuery: new EpisodeQuery(dataSource, clock),
    eventQuery: new EventQuery(dataSource),
    guestQuery: new GuestQuery(dataSource, clock),
    highlightsQuery: new HighlightsQuery(dataSource),
    homeQuery: new HomeQuery(dataSource, clock),
    transcriptQuery: new TranscriptQuery(dataSource),
    seriesQuery: new SeriesQuery(dataSource),
    partsQuery: new PartsQuery(dataSource, clock),
    relatedQuery: new RelatedQuery(dataSource, clock),
    tagQuery: new TagQuery(dataSource, clock),
    secretQuery: new SecretQuery(dataSource),
  };
}

export type Catalog = ReturnType<typeof createCatalog>;
export type CatalogQueries = ReturnType<typeof createCatalogQueries>;
