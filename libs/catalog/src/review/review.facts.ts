import { announce } from '#libs/database';
import type { EntityManager } from 'typeorm';

/** Of one guest's link. */
export interface ReviewFact {
  linkId: string;
  episodeId: string;
  personId: string;
}

export const reviewFacts = {
  /** Quotes or clips wait for a guest's answer. */
  asked: 'review.asked',
  /** They still do, and the deadline is near: the one reminder (`ux:K-21`). */
  due: 'review.due',
  /** Everything has its answer, from the guest or from the rule: the kit can be made. */
  settled: 'review.settled',
} as const;

/** Says so, if the transaction commits. */
export async function announceReview(
  manager: EntityManager,
  name: keyof typeof reviewFacts,
  { id, episodeId, personId }: { id: string; episodeId: string; personId: string },
): Promise<void> {
  const payload: ReviewFact = { linkId: id, episodeId, personId };
  await announce(manager, reviewFacts[name], { ...payload });
}
