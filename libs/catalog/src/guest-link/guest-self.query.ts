import { NotFound } from '#libs/kernel';
import { Person } from '#libs/people';
import type { DataSource, EntityManager } from 'typeorm';
import { ConsentReceipt } from '../consent/consent-receipt.entity.js';
import { Correction } from '../correction/correction.entity.js';
import type { Appearance } from '../episode/appearance.entity.js';
import { loadCopy } from '../episode/copy-tree.js';
import { loadWorking } from '../episode/episode-rows.js';
import { Episode } from '../episode/episode.entity.js';
import { Show } from '../show/show.entity.js';
import type { EmployerLeak } from './employer-leaks.plan.js';
import { readLeaks } from './employer-leaks.query.js';
import { GuestLinkEvent } from './guest-link-event.entity.js';
import type { GuestLink } from './guest-link.entity.js';

/** All that a guest may see and change of themselves in one appearance. */
export interface GuestSelf {
  person: Person;
  episode: Pick<Episode, 'id' | 'state' | 'publishedAt' | 'scheduledAt'>;
  show: Pick<Show, 'id' | 'slug' | 'timeZone' | 'language'>;
  recordedOn: string | null;
  /** The released copy's once there is one (`ux:K-25`), else the working copy's. */
  appearance: Pick<Appearance, 'role' | 'organisation' | 'organisationUrl' | 'employer' | 'texts'>;
  isReleased: boolean;
  /** Where a name that is to be nowhere still stands. */
  leaks: EmployerLeak[];
  corrections: Correction[];
  receipts: ConsentReceipt[];
  /** Newest first. */
  events: GuestLinkEvent[];
}

/** @throws NotFound when the person does not appear in the episode any more. */
export async function readGuestSelf(db: DataSource | EntityManager, link: GuestLink): Promise<GuestSelf> {
  const { id: linkId, episodeId, personId } = link;
  const episode = await db.getRepository(Episode).findOneByOrFail({ id: episodeId });
  const show = await db.getRepository(Show).findOneByOrFail({ id: episode.showId });
  const relations = { texts: true, affiliations: true };
  const person = await db.getRepository(Person).findOneOrFail({ where: { id: personId }, relations });
  const released = await loadCopy(db, episodeId, 'released');
  const copy = released?.appearances.some((each) => each.personId === personId)
    ? released
    : await loadWorking(db, episodeId);
  const appearance = copy.appearances.find((each) => each.personId === personId);
  if (!appearance) throw new NotFound('This appearance');
  const latest = { where: { linkId }, take: 30 };
  return {
    ...{ person, episode, show, appearance },
    recordedOn: copy.recordedOn,
    isReleased: copy.kind === 'released',
    leaks: await readLeaks(db, copy, appearance, person),
    corrections: await db.getRepository(Correction).find({ ...latest, order: { askedAt: 'DESC' } }),
    receipts: await db.getRepository(ConsentReceipt).find({ ...latest, order: { at: 'DESC' } }),
    events: await db.getRepository(GuestLinkEvent).find({ ...latest, order: { at: 'DESC', id: 'DESC' } }),
  };
}
