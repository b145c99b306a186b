import type { Provider } from '@nestjs/common';
import { PartsQuery, ReviewService } from '#libs/catalog';
import { GuestKitsService, KitQuery } from '#libs/sharing';
import { ShareCountsQuery } from '#libs/stats';
import type { WebDeps } from '../web.deps.js';
import { KitFilesReader } from './kit-files.js';
import { KitSounds } from './kit-sounds.js';
import { KitViews } from './kit-views.js';

export function kitProviders({ dataSource, clock, addresses }: WebDeps): Provider[] {
  const kits = new KitQuery(dataSource, clock);
  const files = new KitFilesReader(dataSource, addresses);
  const sounds = new KitSounds(dataSource, new ReviewService(dataSource, clock), addresses);
  const counts = new ShareCountsQuery(dataSource);
  const parts = new PartsQuery(dataSource, clock);
  return [
    { provide: KitViews, useFactory: () => new KitViews(kits, files, sounds, counts, parts, addresses, clock) },
    { provide: KitSounds, useValue: sounds },
    { provide: GuestKitsService, useFactory: () => new GuestKitsService(dataSource, clock) },
  ];
}
