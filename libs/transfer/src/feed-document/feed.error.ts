import { EstradeError } from '#libs/kernel';

/** 422: the answer is no RSS or Atom feed. */
export class NotAFeed extends EstradeError {
  constructor(found: 'page' | 'other' | 'empty') {
    super('NOT_A_FEED', 422, 'This address does not answer with a podcast feed; copy the address of the feed itself.', {
      found,
    });
  }
}

/** 422: a document type declaration, which no feed needs and which may name other files (`abuse:A11`). */
export class FeedWithDtd extends EstradeError {
  constructor() {
    super(
      'FEED_WITH_DTD',
      422,
      'This feed declares a document type (DTD), which is refused for safety; ask its host for a plain RSS feed.',
    );
  }
}

/** 422: one element, or the nesting of elements, is larger than any feed needs. */
export class FeedTooLarge extends EstradeError {
  constructor(what: 'element' | 'depth' | 'bytes', max: number) {
    super('FEED_TOO_LARGE', 422, 'This feed is larger than what can be read safely.', { what, max });
  }
}
