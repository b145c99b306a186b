import { Follower } from './follower/follower.entity.js';
import { Delivery } from './mailing/delivery.entity.js';
import { Mailing } from './mailing/mailing.entity.js';
import { confirmFollower } from './letter/confirm.job.js';
import { sendMailing } from './mailing/mailing.jobs.js';

export const audienceEntities = [Follower, Mailing, Delivery];
export const audienceJobs = [confirmFollower, sendMailing] as const;
export { Delivery, Follower, Mailing };
export { writeCalendar } from './calendar/write-calendar.js';
export { readReleaseCalendar } from './calendar/release-calendar.js';
export { type FollowForm, followersMax } from './follower/follow-form.plan.js';
export { followTargets, type FollowTargetKind } from './follower/follower.entity.js';
export { FollowerSecrets } from './follower/follower-secrets.js';
export {
  type FollowerLine,
  type FollowersDesk,
  FollowersDeskService,
  type MailingLine,
} from './follower/followers-desk.service.js';
export { type Asked, type Confirmed, type Following, FollowersService } from './follower/followers.service.js';
export { forgetFollowers } from './follower/forget-followers.js';
export type { LetterDeps } from './letter/letterhead.js';
export { makeAudienceHandlers } from './handlers.js';
export type { MailingState } from './mailing/mailing.entity.js';
export { mailingSubscriptions } from './mailing/plan-mailings.js';
export { findUnsentMailings } from './mailing/send-mailing.handler.js';
export { startMailings } from './mailing/start-mailings.js';
