import { Push, type PushState, type PushTarget } from './push/push.entity.js';

export const hooksEntities = [Push];
export { Push, type PushState, type PushTarget };
export { pushAgain } from './push/push-again.js';
export { makeSendPush, onPushParked, type PushDeps } from './push/push.handler.js';
export { sendPush } from './push/push.job.js';
export {
  type PushSubject,
  type PushTargets,
  type Silence,
  silences,
  targetsOf,
  whyNotPushed,
} from './push/push.policy.js';
export { toPushTargets } from './push/push-targets.js';
export { PushesQuery } from './push/pushes.query.js';
export { findUnsent, requestPushes } from './push/request-pushes.js';
