import type { FactoryProvider } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Outbound } from '#libs/outbound';
import { ExportsService, MovesService } from '#libs/transfer';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { ExportController } from './export.controller.js';
import { MoveController } from './move.controller.js';

export const exportControllers = [ExportController, MoveController];

export const exportProviders: FactoryProvider[] = [
  {
    provide: ExportsService,
    useFactory: ({ storage, clock }: ApiDeps, dataSource: DataSource) => new ExportsService(dataSource, storage, clock),
    inject: [API_DEPS, getDataSourceToken('api')],
  },
  {
    provide: MovesService,
    useFactory: ({ addresses }: ApiDeps, dataSource: DataSource, outbound: Outbound) =>
      new MovesService(dataSource, addresses, outbound),
    inject: [API_DEPS, getDataSourceToken('api'), Outbound],
  },
];
