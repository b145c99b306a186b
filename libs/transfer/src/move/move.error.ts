import { EstradeError } from '#libs/kernel';

/** 422: the new address does not answer with a podcast feed. */
export class MoveWithoutFeed extends EstradeError {
  constructor(options?: ErrorOptions) {
    super(
      'MOVE_NO_FEED',
      422,
      'There is no podcast feed at this address; check the address, and that the new host is ready.',
    );
    this.cause = options?.cause;
  }
}

/** 422: another podcast is there; listeners would be given it in place of theirs. */
export class MoveToOtherFeed extends EstradeError {
  constructor(found: { title: string; items: number }) {
    super(
      'MOVE_OTHER_FEED',
      422,
      'The feed at this address is not this podcast: its GUID and its episodes are others.',
      found,
    );
  }
}

/** 422: a redirect to itself would never end. */
export class MoveToItself extends EstradeError {
  constructor() {
    super('MOVE_TO_ITSELF', 422, 'This is the address that the feed has here; enter the one at the new host.');
  }
}
