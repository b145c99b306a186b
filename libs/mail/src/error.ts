import { EstradeError } from '#libs/kernel';

export function badAddress(): EstradeError {
  return new EstradeError('MAIL_ADDRESS', 422, 'This is not one e-mail address; write it like ada@example.org.');
}

export function tooLargeFile(): EstradeError {
  return new EstradeError('MAIL_FILE', 422, 'A file in a mail may have 256 KiB at most.');
}

/** What the mail server refuses for good is 422, everything else passes: 503. The server's own words stay in `cause`. */
export function toMailError(cause: unknown): EstradeError {
  const { responseCode = 0, code } = cause as { responseCode?: number; code?: string };
  const isFinal = responseCode >= 500 && code !== 'EAUTH';
  const error = isFinal
    ? new EstradeError('MAIL_REFUSED', 422, 'The mail server refused this message; check the address.')
    : new EstradeError(
        'MAIL_AWAY',
        503,
        'The mail server cannot be used now; the message is tried again. Check SMTP_URL.',
      );
  error.cause = cause;
  return error;
}
