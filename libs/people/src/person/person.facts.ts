import { announce, notify } from '#libs/database';
import type { EntityManager } from 'typeorm';

/** Facts of this lib: name → payload. */
export const peopleFacts = { personChanged: 'person.changed' } as const;
export interface PersonFact {
  personId: string;
}

/** Says, if the transaction commits, that what listeners see of a person is different now. */
export async function announcePerson(manager: EntityManager, personId: string): Promise<void> {
  const payload: PersonFact = { personId };
  await announce(manager, peopleFacts.personChanged, { ...payload });
  await notify(manager, 'estrade_pages', { ...payload });
}
