import { EstradeError } from '#libs/kernel';
import type { RestorePlan } from './restore.plan.js';

/** 409: serving those bytes again would publish what is not public, or announce what is not there. */
export class VersionUnsafe extends EstradeError {
  constructor({ problems }: RestorePlan) {
    super(
      'FEED_VERSION_UNSAFE',
      409,
      'This version lists something that is no longer public or no longer there, so it cannot be served again.',
      { n: problems.length },
      [],
      { problems: problems.slice(0, 50) },
    );
  }
}

/** 409: listeners would lose episodes that they have now; to be asked again with `acceptMissing`. */
export class VersionLacksEpisodes extends EstradeError {
  constructor({ missing }: RestorePlan) {
    super(
      'FEED_VERSION_LACKS_EPISODES',
      409,
      'This version is older than some episodes: they would be missing from apps until the next change.',
      { n: missing.length },
      [],
      { missing: missing.slice(0, 50) },
    );
  }
}
