/** What went wrong with an address outside, and how hubs are told that a feed has changed. */
export const push = {
  'error.ADDRESS_NOT_FETCHED': 'This address could not be fetched; check that it opens for everybody on the Internet.',
  'error.ANSWER_TOO_BIG': 'What stands at this address is larger than accepted here.',
  'error.ANSWER_TOO_SLOW': 'The answer of this address came too slowly; try again later.',
  'error.ANSWER_BROKEN': 'The answer of this address is incomplete or damaged.',
  'error.ANSWER_REFUSED': 'The server of this address answers {status, number, ::group-off}; nothing was fetched.',
  'error.FEED_NOT_TOLD': 'Nobody is told of this feed, so nothing was sent.',
} as const;
