import type { FactoryProvider } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { RecordingsService, WorkService } from '#libs/media';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { RecordingController } from './recording.controller.js';

export const recordingControllers = [RecordingController];

export const recordingProviders: FactoryProvider[] = [
  {
    provide: RecordingsService,
    useFactory: ({ clock }: ApiDeps, dataSource: DataSource) => new RecordingsService(dataSource, clock),
    inject: [API_DEPS, getDataSourceToken('api')],
  },
  {
    provide: WorkService,
    useFactory: ({ clock }: ApiDeps, dataSource: DataSource) => new WorkService(dataSource, clock),
    inject: [API_DEPS, getDataSourceToken('api')],
  },
];
