import { announce } from '#libs/database';
import type { EntityManager } from 'typeorm';

/** Everything about a person is gone: the fact's name. What was kept of earlier states that named them is to go too. */
export const personErased = 'person.erased';

export interface PersonErasedFact {
  personId: string;
  /** Where they appeared. */
  episodeIds: string[];
  /** What they hosted. */
  showIds: string[];
}

export async function announceErased(manager: EntityManager, fact: PersonErasedFact): Promise<void> {
  await announce(manager, personErased, { ...fact });
}
