import { EstradeError } from '#libs/kernel';

/** The embedded Postgres cannot be used; the message says what to change. Codes begin with `DATABASE_` or `DATA_DIR_`. */
export class EmbeddedPostgresError extends EstradeError {
  constructor(code: string, message: string) {
    super(code, 500, message);
  }
}

/** The data folder cannot be written: one sentence with the folder, the reason and the cure. */
export function dataFolderError(folder: string, error: unknown): EmbeddedPostgresError {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return new EmbeddedPostgresError(
    'DATA_DIR_NOT_WRITABLE',
    `The data folder ${folder} cannot be written (${code}). Make it writable for this user, or choose another one with DATA_DIR.`,
  );
}
