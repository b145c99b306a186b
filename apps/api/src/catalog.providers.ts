import type { FactoryProvider, Type } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { MembershipsService } from '#libs/accounts';
import {
  AskingService,
  BinQuery,
  BinService,
  type Catalog,
  ClipsService,
  CorrectionsService,
  EpisodeDeskQuery,
  EpisodeDraftsService,
  EpisodeEditsService,
  EpisodeFilesService,
  EpisodePublishingService,
  EpisodeSoundService,
  EventsService,
  HighlightsDeskQuery,
  ProposalsService,
  QuotesService,
  SentencesQuery,
  GuestBoardQuery,
  GuestDeskService,
  GuestLinks,
  PeopleQuery,
  ErasePersonService,
  PersonMergesService,
  PiecesService,
  ShowFeedService,
  ShowPageService,
  SeriesService,
  ShowSoundService,
  ShowsService,
  SiteService,
  SubscribersService,
  TagQuery,
  FileChaptersQuery,
  TranscriptDeskQuery,
  TranscriptsService,
  createCatalog,
} from '#libs/catalog';
import { ImagesService } from '#libs/media';
import { PersonDifferencesService, PersonsService } from '#libs/people';
import { API_DEPS, type ApiDeps } from './api.deps.js';

const CATALOG = Symbol('Catalog');

/** Each service of `#libs/catalog` that a controller asks for, under its own class. */
const services: [Type<unknown>, keyof Catalog][] = [
  [AskingService, 'asking'],
  [ClipsService, 'clips'],
  [HighlightsDeskQuery, 'highlightsDesk'],
  [ProposalsService, 'proposals'],
  [QuotesService, 'quotes'],
  [SentencesQuery, 'sentences'],
  [BinQuery, 'binQuery'],
  [BinService, 'bin'],
  [EpisodeDeskQuery, 'desk'],
  [EpisodeDraftsService, 'drafts'],
  [EpisodeEditsService, 'edits'],
  [EpisodePublishingService, 'publishing'],
  [EpisodeSoundService, 'episodeSound'],
  [EventsService, 'events'],
  [GuestLinks, 'guestLinks'],
  [GuestBoardQuery, 'guestBoard'],
  [GuestDeskService, 'guestDesk'],
  [CorrectionsService, 'corrections'],
  [PeopleQuery, 'people'],
  [PersonMergesService, 'personMerges'],
  [ErasePersonService, 'erasePerson'],
  [PiecesService, 'pieces'],
  [ShowFeedService, 'showFeed'],
  [ShowPageService, 'showPage'],
  [SiteService, 'site'],
  [SeriesService, 'series'],
  [ShowSoundService, 'showSound'],
  [ShowsService, 'shows'],
  [FileChaptersQuery, 'fileChapters'],
  [TranscriptDeskQuery, 'transcriptDesk'],
  [TranscriptsService, 'transcripts'],
  [SubscribersService, 'subscribers'],
  [TagQuery, 'tagQuery'],
];

export const catalogProviders: FactoryProvider[] = [
  {
    provide: ImagesService,
    useFactory: ({ storage }: ApiDeps) => new ImagesService(storage),
    inject: [API_DEPS],
  },
  {
    provide: CATALOG,
    useFactory: (deps: ApiDeps, dataSource: DataSource, memberships: MembershipsService, images: ImagesService) =>
      createCatalog({
        dataSource,
        memberships,
        images,
        eraser: noEraser,
        clock: deps.clock,
        addresses: deps.addresses,
        secret: deps.secret,
      }),
    inject: [API_DEPS, getDataSourceToken('api'), MembershipsService, ImagesService],
  },
  ...services.map(([service, name]) => ({
    provide: service,
    useFactory: (catalog: Catalog) => catalog[name],
    inject: [CATALOG],
  })),
  {
    provide: EpisodeFilesService,
    useFactory: ({ storage }: ApiDeps, dataSource: DataSource, images: ImagesService) =>
      new EpisodeFilesService(dataSource, storage, images),
    inject: [API_DEPS, getDataSourceToken('api'), ImagesService],
  },
  {
    provide: PersonsService,
    useFactory: (dataSource: DataSource, images: ImagesService) => new PersonsService(dataSource, images),
    inject: [getDataSourceToken('api'), ImagesService],
  },
  {
    provide: PersonDifferencesService,
    useFactory: (dataSource: DataSource) => new PersonDifferencesService(dataSource),
    inject: [getDataSourceToken('api')],
  },
];

/** Only the worker empties the bin. */
const noEraser = {
  removeRecording: () => Promise.reject(new Error('The API erases no recordings.')),
  removeImage: () => Promise.reject(new Error('The API erases no pictures.')),
  removeFiles: () => Promise.reject(new Error('The API erases no files.')),
};
