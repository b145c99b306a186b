import type { FactoryProvider } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { RecordingsService, UploadsService, WorkService } from '#libs/media';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { ProgressController } from './progress.controller.js';
import { ProgressHub } from './progress.hub.js';
import { ProgressService } from './progress.service.js';

export const progressControllers = [ProgressController];

export const progressProviders: FactoryProvider[] = [
  {
    provide: ProgressHub,
    useFactory: ({ databaseUrl, log }: ApiDeps) => new ProgressHub(databaseUrl, log),
    inject: [API_DEPS],
  },
  {
    provide: ProgressService,
    useFactory: (dataSource: DataSource, recordings: RecordingsService, uploads: UploadsService, work: WorkService) =>
      new ProgressService(dataSource, recordings, uploads, work),
    inject: [getDataSourceToken('api'), RecordingsService, UploadsService, WorkService],
  },
];
