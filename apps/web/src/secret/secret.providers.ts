import type { Provider } from '@nestjs/common';
import { SecretQuery } from '#libs/catalog';
import { SecretFeedQuery } from '#libs/feeds';
import { PageServer } from '../page/page-server.js';
import type { WebDeps } from '../web.deps.js';
import { GuessLimit } from './guess-limit.js';
import { SecretFeedServer } from './secret-feed-server.js';
import { SecretHolders } from './secret-holders.js';
import { SubscriberMedia } from './subscriber-media.js';

/** So many wrong secrets from one client in ten minutes are a mistake; more are guesses. */
const wrongSecrets = { most: 30, windowMs: 600_000 };

export function secretProviders({ dataSource, clock }: WebDeps): Provider[] {
  const guesses = new GuessLimit(clock, wrongSecrets.most, wrongSecrets.windowMs);
  return [
    { provide: SecretHolders, useFactory: () => new SecretHolders(new SecretQuery(dataSource), guesses) },
    {
      provide: SecretFeedServer,
      inject: [PageServer],
      useFactory: (pages: PageServer) => new SecretFeedServer(new SecretFeedQuery(dataSource), clock, pages),
    },
    { provide: SubscriberMedia, useFactory: () => new SubscriberMedia(dataSource, clock) },
  ];
}
