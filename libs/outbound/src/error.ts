import { EstradeError } from '#libs/kernel';

/** Why an address was not fetched, for the log and for deciding about another try. Never shown (`abuse:A14`). */
export type OutboundReason =
  | 'url'
  | 'scheme'
  | 'credentials'
  | 'port'
  | 'inward'
  | 'name'
  | 'downgrade'
  | 'redirects'
  | 'location'
  | 'connection'
  | 'headers'
  | 'time'
  | 'idle'
  | 'size'
  | 'encoding'
  | 'length'
  | 'status';

/** Everything that `outbound` raises. `transient`: another try later may succeed; the rest is hopeless. */
export class OutboundError extends EstradeError {
  constructor(
    code: string,
    message: string,
    readonly reason: OutboundReason,
    readonly transient: boolean,
    params: Record<string, string | number> = {},
  ) {
    super(code, 422, message, params);
  }
}

/**
 * There is no answer, for whatever reason: one sentence for all of them, so that nobody can read from it which names
 * and addresses exist inside (`abuse:A14`).
 */
export class AddressNotFetched extends OutboundError {
  constructor(reason: OutboundReason, options?: ErrorOptions) {
    const transient = ['name', 'connection', 'time', 'idle'].includes(reason);
    const sentence = 'This address could not be fetched; check that it opens for everybody on the Internet.';
    super('ADDRESS_NOT_FETCHED', sentence, reason, transient);
    this.cause = options?.cause;
  }
}

/** The answer has more bytes, as sent or unpacked, than are accepted here. */
export class AnswerTooBig extends OutboundError {
  constructor(readonly maxBytes: number) {
    super('ANSWER_TOO_BIG', 'What stands at this address is larger than accepted here.', 'size', false, { maxBytes });
  }
}

/** The answer began, and then came too slowly or stopped. */
export class AnswerTooSlow extends OutboundError {
  constructor(reason: 'time' | 'idle') {
    super('ANSWER_TOO_SLOW', 'The answer of this address came too slowly; try again later.', reason, true);
  }
}

/** The answer began, and broke off or cannot be unpacked. */
export class AnswerBroken extends OutboundError {
  constructor(reason: 'connection' | 'encoding' | 'length', options?: ErrorOptions) {
    super('ANSWER_BROKEN', 'The answer of this address is incomplete or damaged.', reason, reason !== 'encoding');
    this.cause = options?.cause;
  }
}

/** The server answers, but not with the file: `params.status` is its HTTP status. */
export class AnswerRefused extends OutboundError {
  constructor(readonly answered: number) {
    const transient = answered >= 500 || answered === 408 || answered === 425 || answered === 429;
    super('ANSWER_REFUSED', `The server of this address answers ${answered}.`, 'status', transient, {
      status: answered,
    });
  }
}
