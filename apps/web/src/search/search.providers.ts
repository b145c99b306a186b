import type { FactoryProvider } from '@nestjs/common';
import { SearchQuery } from '#libs/search';
import { WEB_DEPS, type WebDeps } from '../web.deps.js';
import { SearchViews } from './search-views.js';

/** What the page of a search needs. */
export const searchProviders: FactoryProvider[] = [
  {
    provide: SearchQuery,
    useFactory: ({ dataSource, clock }: WebDeps) => new SearchQuery(dataSource, clock),
    inject: [WEB_DEPS],
  },
  { provide: SearchViews, useFactory: ({ dataSource }: WebDeps) => new SearchViews(dataSource), inject: [WEB_DEPS] },
];
