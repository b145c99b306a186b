import type { Provider } from '@nestjs/common';
import {
  ConsentsService,
  CorrectionsService,
  GuestCodes,
  GuestLinks,
  GuestSecrets,
  GuestSelfService,
} from '#libs/catalog';
import { ImagesService } from '#libs/media';
import { PersonsService } from '#libs/people';
import { PageServer } from '../page/page-server.js';
import { GuessLimit } from '../secret/guess-limit.js';
import type { WebDeps } from '../web.deps.js';
import { GuestConfirm } from './guest-confirm.js';
import { GuestDoor } from './guest-door.js';
import { MeSaves } from './me-saves.js';

/** So many wrong secrets from one client in ten minutes are a mistake; more are guesses. */
const wrongSecrets = { most: 30, windowMs: 600_000 };
/** An answer to each quote and clip that an episode can have, and then some (`abuse:A49`). */
const formsOfLink = { most: 200, windowMs: 600_000 };

/** What the pages behind `/i/{secret}` share. */
export function guestLinkProviders({ dataSource, clock, secret, storage }: WebDeps): Provider[] {
  const secrets = new GuestSecrets(secret);
  return [
    { provide: GuestLinks, useFactory: () => new GuestLinks(dataSource, clock, secrets) },
    { provide: GuestCodes, useFactory: () => new GuestCodes(dataSource, clock, secrets) },
    { provide: ConsentsService, useFactory: () => new ConsentsService(dataSource, clock) },
    { provide: CorrectionsService, useFactory: () => new CorrectionsService(dataSource, clock) },
    {
      provide: GuestConfirm,
      inject: [GuestDoor, GuestCodes],
      useFactory: (door: GuestDoor, codes: GuestCodes) => new GuestConfirm(door, codes),
    },
    {
      provide: GuestDoor,
      inject: [PageServer, GuestLinks],
      useFactory: (pages: PageServer, links: GuestLinks) =>
        new GuestDoor(
          ...([dataSource, clock, links] as const),
          new GuessLimit(clock, wrongSecrets.most, wrongSecrets.windowMs),
          new GuessLimit(clock, formsOfLink.most, formsOfLink.windowMs),
          pages,
        ),
    },
    {
      provide: MeSaves,
      inject: [ConsentsService, CorrectionsService, GuestLinks],
      useFactory: (consents: ConsentsService, corrections: CorrectionsService, links: GuestLinks) => {
        const persons = new PersonsService(dataSource, new ImagesService(storage), clock);
        const self = new GuestSelfService(dataSource, clock, corrections);
        return new MeSaves(persons, self, consents, corrections, links);
      },
    },
  ];
}
