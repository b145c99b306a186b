import type { FactoryProvider, Provider } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { PreviewsService, RecordingsService, RevisionsService, TracksService, WaveformsService } from '#libs/media';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { EpisodeSoundController } from './episode-sound.controller.js';
import { EpisodeSounds } from './episode-sounds.js';
import { PieceController } from './piece.controller.js';
import { PreviewController } from './preview.controller.js';
import { ShowSoundController } from './show-sound.controller.js';

export const soundControllers = [ShowSoundController, PieceController, EpisodeSoundController, PreviewController];

/** Those services of media that need a clock and the database. */
const services: FactoryProvider[] = [RevisionsService, TracksService, PreviewsService].map((service) => ({
  provide: service,
  useFactory: ({ clock }: ApiDeps, dataSource: DataSource) => new service(dataSource, clock),
  inject: [API_DEPS, getDataSourceToken('api')],
}));

export const soundProviders: Provider[] = [
  EpisodeSounds,
  ...services,
  {
    provide: WaveformsService,
    useFactory: ({ storage }: ApiDeps, recordings: RecordingsService) => new WaveformsService(recordings, storage),
    inject: [API_DEPS, RecordingsService],
  },
];
