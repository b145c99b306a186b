import { runMigrations } from 'bullmq';
import type pg from 'pg';

/** Makes or brings up to date the tables of the Postgres backend (schema `bullmq`). Idempotent; run it in the migration step, never in an app. */
export async function migrateQueue(client: pg.Client): Promise<void> {
  await runMigrations(client);
}
