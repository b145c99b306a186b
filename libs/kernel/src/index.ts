export {
  type Actor,
  type FollowerActor,
  type GuestActor,
  type Role,
  type Scope,
  type SystemActor,
  type UserActor,
  type VisitorActor,
  hasRole,
  hasScope,
  roles,
  scopes,
  system,
} from './actor.js';
export { type Clock, systemClock } from './clock.js';
export { toCsv } from './csv.js';
export {
  Conflict,
  EstradeError,
  type FieldProblem,
  Forbidden,
  Gone,
  Invalid,
  NotFound,
  NotSignedIn,
  TooMany,
} from './error.js';
export {
  hashSecret,
  isAddressSecret,
  isId,
  newAddressSecret,
  newCode,
  newGuid,
  newId,
  newSecret,
  uuidV5,
} from './id.js';
export {
  type Language,
  type Region,
  acceptedLanguage,
  isLanguage,
  languages,
  pickText,
  regions,
  toLanguage,
} from './language.js';
export { type Network, networks, postLength, postLimits } from './post-length.js';
export { toNetwork } from './client-network.js';
export { freeSlug, isReservedSegment, reservedSegments, toSlug } from './slug.js';
export { cleanLine, cleanSetLine, cleanText, cutBytes, toFirstName } from './text.js';
export { formatTimeCode, parseTimeCode } from './time-code.js';
