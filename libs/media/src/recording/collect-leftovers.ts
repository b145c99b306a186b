import type { Clock } from '#libs/kernel';
import type { Storage } from '#libs/storage';
import { type DataSource, LessThan } from 'typeorm';
import { Preview } from '../preview/preview.entity.js';
import { madeFolders } from './stored-files.js';

const hour = 3_600_000;
const batch = 500;

export interface CollectDeps {
  readonly dataSource: DataSource;
  readonly storage: Storage;
  readonly clock: Clock;
}

/**
 * Removes previews of more than an hour ago, and files of more than a day ago that no row names: what a killed worker
 * had stored, what was made a second time, and the bytes of refused uploads. Originals and whatever a revision has stay.
 * Returns the keys that went.
 */
export async function collectLeftovers(deps: CollectDeps): Promise<string[]> {
  const now = deps.clock.now().getTime();
  const gone = await removePreviews(deps, new Date(now - hour));
  for (const folder of [...madeFolders, 'original', 'preview']) {
    gone.push(...(await removeOrphans(deps, `${folder}/`, new Date(now - 24 * hour))));
  }
  return gone;
}

async function removePreviews({ dataSource, storage }: CollectDeps, before: Date): Promise<string[]> {
  const { manager } = dataSource;
  const gone: string[] = [];
  for (const { id, key } of await manager.findBy(Preview, { createdAt: LessThan(before) })) {
    if (key) await storage.delete(key);
    if (key) gone.push(key);
    await manager.delete(Preview, { id });
  }
  return gone;
}

async function removeOrphans(deps: CollectDeps, prefix: string, before: Date): Promise<string[]> {
  const gone: string[] = [];
  let old: string[] = [];
  const check = async () => {
    const known = await findKnown(deps, old);
    for (const key of old) {
      if (known.has(key)) continue;
      await deps.storage.delete(key);
      gone.push(key);
    }
    old = [];
  };
  for await (const { key, modifiedAt } of deps.storage.list(prefix)) {
    if (modifiedAt < before) old.push(key);
    if (old.length >= batch) await check();
  }
  await check();
  return gone;
}

/** Those that a row names, or that lie beside what a row names. */
async function findKnown({ dataSource }: CollectDeps, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows: { key: string }[] = await dataSource.query(
    `with asked as (select unnest($1::text[]) as key)
     select key from asked where
       exists (select 1 from renditions where renditions.key = asked.key)
       or exists (select 1 from renditions where kind = 'hls' and asked.key like regexp_replace(renditions.key, '[^/]*$', '') || '%')
       or exists (select 1 from revisions where asked.key in (original_key, analysis_key, rendered_key,
            waveform->'before'->'detail'->>'key', waveform->'after'->'detail'->>'key'))
       or exists (select 1 from revisions, jsonb_array_elements(tracks) track where track->>'key' = asked.key)
       or exists (select 1 from uploads where uploads.key = asked.key and state in ('receiving', 'finished'))
       or exists (select 1 from previews where previews.key = asked.key)`,
    [keys],
  );
  return new Set(rows.map(({ key }) => key));
}
