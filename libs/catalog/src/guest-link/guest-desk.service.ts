import { announce } from '#libs/database';
import { type Actor, type Clock, Invalid, TooMany } from '#libs/kernel';
import { type DataSource, type EntityManager, MoreThan } from 'typeorm';
import { takesPart } from './guest-life.state.js';
import { writeGuestLetter } from './guest-letter.job.js';
import { GuestLinkEvent } from './guest-link-event.entity.js';
import { closedHash, GuestLink, isOpenLink } from './guest-link.entity.js';
import { logGuestEvent } from './guest-link-log.js';
import { requireChangeGuestLinks } from './guest-link.policy.js';
import { lockGuestLink } from './guest-links.service.js';

const hourMs = 3_600_000;

/** What a producer does with a guest's link besides its settings. */
export class GuestDeskService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The guest is told by mail that their page waits. @throws Invalid without an address, TooMany within an hour. */
  async remind(actor: Actor, showId: string, linkId: string): Promise<void> {
    requireChangeGuestLinks(actor, showId);
    const at = this.clock.now();
    await this.db.transaction(async (manager) => {
      const link = await lockGuestLink(manager, showId, linkId);
      if (link.email === '') throw new Invalid([{ path: 'email', message: 'error.field.people.noMail' }]);
      if (!isOpenLink(link) || !takesPart(link.state)) {
        throw new Invalid([{ path: 'link', message: 'error.field.people.closed' }]);
      }
      if (await wasAsked(manager, linkId, new Date(at.getTime() - hourMs))) throw new TooMany(hourMs / 1000);
      await logGuestEvent(manager, linkId, { actor, at, what: 'settings', detail: { asked: 'remind' } });
      await announce(manager, writeGuestLetter.name, { kind: 'remind', id: linkId, at: at.getTime() });
    });
  }

  /** Nobody comes in any more, by no link of this guest; what they agreed to stays. A new address opens it again. */
  async close(actor: Actor, showId: string, linkId: string): Promise<void> {
    requireChangeGuestLinks(actor, showId);
    await this.db.transaction(async (manager) => {
      const link = await lockGuestLink(manager, showId, linkId);
      if (!isOpenLink(link)) return;
      const secretHash = closedHash(linkId);
      await manager.update(
        GuestLink,
        { id: linkId },
        {
          ...{ secretHash, secretNumber: link.secretNumber + 1, teamHash: null },
        },
      );
      await logGuestEvent(manager, linkId, { actor, at: this.clock.now(), what: 'rotated', detail: { closed: true } });
    });
  }
}

async function wasAsked(manager: EntityManager, linkId: string, since: Date): Promise<boolean> {
  const events = await manager.findBy(GuestLinkEvent, { linkId, what: 'settings', at: MoreThan(since) });
  return events.some(({ detail }) => detail['asked'] === 'remind');
}
