import { EstradeError } from '#libs/kernel';
import { DamagedAudio, MediaCommandFailed } from '../error.js';
import type { Analysis } from './analysis.js';

/** What crosses from the analyser's thread. Errors lose their class on the way, so they travel as data. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'analysed'; readonly analysis: Analysis }
  | { readonly kind: 'failed'; readonly error: PlainError };

interface PlainError {
  readonly code: string;
  readonly status: number;
  readonly message: string;
  readonly params: Record<string, string | number>;
  /** For the log. */
  readonly detail: string;
}

/** An error as data. */
export function toPlainError(error: unknown): PlainError {
  const known = error instanceof EstradeError ? error : new MediaCommandFailed('analyse', String(error));
  const { code, status, message, params } = known;
  return { code, status, message, params, detail: String(known.cause ?? '') };
}

/** The error again, with its code, status and sentence. */
export function toError({ code, status, message, params, detail }: PlainError): EstradeError {
  if (code === 'DAMAGED_AUDIO') return new DamagedAudio({ cause: detail });
  const error = new EstradeError(code, status, message, params);
  error.cause = detail;
  return error;
}
