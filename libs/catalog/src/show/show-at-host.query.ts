import type { DataSource } from 'typeorm';

/** The show that wishes for a host, active or not: what a request for proof of the host is answered with. */
export async function findShowAtHost(db: DataSource, host: string): Promise<string | undefined> {
  const [row]: { id: string }[] = await db.query(
    `select id from shows where host = $1 and deleted_at is null and purged_at is null`,
    [host.toLowerCase()],
  );
  return row?.id;
}
