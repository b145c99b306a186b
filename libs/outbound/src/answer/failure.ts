import { AddressNotFetched, AnswerBroken, AnswerTooSlow, OutboundError, type OutboundReason } from '../error.js';

/** An error before the head of the answer, in our words. */
export function toRequestError(error: unknown): Error {
  if (error instanceof OutboundError) return error;
  return new AddressNotFetched(reasonOf(error) ?? 'connection', { cause: error });
}

/** An error while the body came, in our words. */
export function toAnswerError(error: Error): Error {
  if (error instanceof OutboundError) return error;
  const reason = reasonOf(error);
  if (reason === 'time' || reason === 'idle') return new AnswerTooSlow(reason);
  const isPacking = /^(Z_|ERR__)/.test(codeOf(error));
  return new AnswerBroken(isPacking ? 'encoding' : 'connection', { cause: error });
}

function reasonOf(error: unknown): OutboundReason | undefined {
  if ((error as { name?: unknown } | null)?.name === 'TimeoutError') return 'time';
  switch (codeOf(error)) {
    case 'UND_ERR_HEADERS_TIMEOUT':
    case 'UND_ERR_BODY_TIMEOUT':
      return 'idle';
    case 'UND_ERR_HEADERS_OVERFLOW':
      return 'headers';
    case 'UND_ERR_INVALID_ARG':
      return 'url';
    default:
      return undefined;
  }
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | null)?.code ?? '');
}
