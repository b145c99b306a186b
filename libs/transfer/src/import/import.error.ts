import { EstradeError } from '#libs/kernel';

/** 409: the import is in another state, so there is nothing of that kind to do. */
export class ImportNotReady extends EstradeError {
  constructor(state: string) {
    super('IMPORT_NOT_READY', 409, `This import is ${state}; reload the page to see how it stands.`, { state });
  }
}

/** 409: the feed asks not to be imported, so its owner has to say that it is theirs. */
export class FeedLocked extends EstradeError {
  constructor(owner: string) {
    super(
      'FEED_LOCKED',
      409,
      'This feed is locked by its owner (podcast:locked); confirm that it is yours, or unlock it at its present host.',
      { owner },
    );
  }
}

/** 429: too many imports at once. */
export class TooManyImports extends EstradeError {
  constructor(most: number) {
    super('TOO_MANY_IMPORTS', 429, `At most ${most} imports can run at once; wait until one has ended.`, { most });
  }
}
