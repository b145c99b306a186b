import type { FactoryProvider } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { FeedDesk, FeedPreviews, FeedRestores } from '#libs/feeds';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { FeedPreviewController } from './feed-preview.controller.js';
import { FeedVersionController } from './feed-version.controller.js';
import { FeedController } from './feed.controller.js';

export const feedControllers = [FeedController, FeedVersionController, FeedPreviewController];

export const feedProviders: FactoryProvider[] = [FeedDesk, FeedRestores, FeedPreviews].map((service) => ({
  provide: service,
  useFactory: ({ addresses, clock }: ApiDeps, dataSource: DataSource) => new service({ dataSource, addresses, clock }),
  inject: [API_DEPS, getDataSourceToken('api')],
}));
