import type { FactoryProvider } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ImportedEpisodesService, ShowsService } from '#libs/catalog';
import { ImportsService } from '#libs/transfer';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { ImportController } from './import.controller.js';

export const importControllers = [ImportController];

export const importProviders: FactoryProvider[] = [
  {
    provide: ImportsService,
    useFactory: ({ clock, addresses, config }: ApiDeps, dataSource: DataSource, shows: ShowsService) =>
      new ImportsService(dataSource, clock, shows, new ImportedEpisodesService(clock, addresses), config.outboundAllow),
    inject: [API_DEPS, getDataSourceToken('api'), ShowsService],
  },
];
