// A process that runs the embedded Postgres of a folder: what a test of the launcher kills.
import { EmbeddedPostgresError, startEmbeddedPostgres } from '#libs/database';

try {
  const postgres = await startEmbeddedPostgres({ dataDir: process.argv[2]!, log: () => {} });
  process.on('SIGTERM', () => void postgres.stop().then(() => process.exit(0)));
  console.log(postgres.url);
  setInterval(() => {}, 60_000);
} catch (error) {
  if (!(error instanceof EmbeddedPostgresError)) throw error;
  console.log(error.code, error.message);
}
