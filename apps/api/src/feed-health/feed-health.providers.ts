import type { FactoryProvider } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { FeedDesk } from '#libs/feeds';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { FeedHealthController } from './feed-health.controller.js';
import { FeedHealth } from './feed-health.js';

export const feedHealthControllers = [FeedHealthController];

export const feedHealthProviders: FactoryProvider[] = [
  {
    provide: FeedHealth,
    useFactory: (deps: ApiDeps, dataSource: DataSource, desk: FeedDesk) => new FeedHealth(deps, dataSource, desk),
    inject: [API_DEPS, getDataSourceToken('api'), FeedDesk],
  },
];
