import { EstradeError } from '#libs/kernel';
import type { Handler, PayloadOf } from '#libs/queue';
import { readTarget } from '../follower/follow-target.js';
import { Follower } from '../follower/follower.entity.js';
import type { confirmFollower } from './confirm.job.js';
import { writeConfirmation, writeKnown } from './confirm-letter.js';
import { type LetterDeps, readLetterhead } from './letterhead.js';

/** Sends it. An address that the server refuses for good is deleted, unless it had been confirmed. */
export function makeConfirmFollower(deps: LetterDeps): Handler<PayloadOf<typeof confirmFollower>> {
  return async ({ followerId, ask }) => {
    const { manager } = deps.dataSource;
    const follower = await manager.findOneBy(Follower, { id: followerId });
    const target = follower && (await readTarget(manager, follower, deps.clock.now()));
    if (!follower || !target) return;
    const write = follower.state === 'confirmed' ? writeKnown : writeConfirmation;
    const mail = write(deps, follower, await readLetterhead(deps, follower), target.title);
    try {
      // Of another day it is another mail, and not one that the program has already.
      await deps.mailer.send({ ...mail, id: `${followerId}-${follower.askedAt.getTime()}-${ask}` });
    } catch (error) {
      const isRefused = error instanceof EstradeError && error.status === 422;
      if (!isRefused) throw error;
      await manager.delete(Follower, { id: followerId, state: 'asked' });
    }
  };
}
