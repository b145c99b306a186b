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

/**
 * Those that a row names, or that lie beside what a row names. A key has the id of the revision, upload or preview for
 * which it was stored; it may be named by any revision of the same recording.
 */
async function findKnown({ dataSource }: CollectDeps, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows: { key: string }[] = await dataSource.query(
    `with asked as (
       select key, substring(key from '^[^/]+/([0-9a-f]{8}-[0-9a-f-]{27})')::uuid as owner from unnest($1::text[]) as key
     ), stored as (
       select asked.key, asked.owner, coalesce(revisions.recording_id, uploads.recording_id) as recording_id
       from asked left join revisions on revisions.id = owner left join uploads on uploads.id = owner
     )
     select key from stored where
       exists (select 1 from renditions where renditions.key = stored.key)
       or exists (select 1 from uploads where id = owner and uploads.key = stored.key and state in ('receiving', 'finished'))
       or exists (select 1 from previews where id = owner and previews.key = stored.key)
       or exists (select 1 from revisions where revisions.recording_id = stored.recording_id and (
         stored.key in (original_key, analysis_key, waveform->'before'->'detail'->>'key', waveform->'after'->'detail'->>'key')
         or (stored.key = rendered_key and (state not in ('failed', 'cancelled') or number = (
           select max(number) from revisions newest where newest.recording_id = stored.recording_id)))
         or exists (select 1 from jsonb_array_elements(tracks) track where track->>'key' = stored.key)
         or exists (select 1 from renditions where revision_id = revisions.id and kind = 'hls'
           and starts_with(stored.key, regexp_replace(renditions.key, '[^/]*$', '')))))`,
    [keys],
  );
  return new Set(rows.map(({ key }) => key));
}
