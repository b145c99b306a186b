import { makeConfirmFollower } from './letter/confirm.handler.js';
import type { LetterDeps } from './letter/letterhead.js';
import { makeSendMailing } from './mailing/send-mailing.handler.js';

/** One handler for each of `audienceJobs`. */
export function makeAudienceHandlers(deps: LetterDeps) {
  return {
    'audience.confirm': makeConfirmFollower(deps),
    'audience.send': makeSendMailing(deps),
  };
}
