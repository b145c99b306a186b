import type { FactoryProvider } from '@nestjs/common';
import { FollowersService } from '#libs/audience';
import { WEB_DEPS, type WebDeps } from '../web.deps.js';

/** What the pages of followers need. */
export const followersProviders: FactoryProvider[] = [
  {
    provide: FollowersService,
    useFactory: ({ dataSource, clock, secret }: WebDeps) => new FollowersService(dataSource, clock, secret),
    inject: [WEB_DEPS],
  },
];
