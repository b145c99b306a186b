import type { RevisionOrigin } from '#libs/media';
import type { EntityManager } from 'typeorm';
import type { Show } from '../show/show.entity.js';
import { readOriginals, readPieces, type SoundWish, toSoundWish } from './sound-order.js';
import { type EpisodeSoundSettings, toEffective } from './sound-settings.plan.js';
import { isStale } from './stale.plan.js';

/** An episode whose sound was made with other settings than it would be now. */
export interface StaleEpisode {
  episodeId: string;
  recordingId: string;
}

interface Row extends StaleEpisode {
  settings: Partial<EpisodeSoundSettings>;
  origin: RevisionOrigin;
  order: SoundWish | null;
}

/** Episodes of a show that are stale and not being worked on, newest first; four queries however many there are. */
export async function findStale(manager: EntityManager, show: Pick<Show, 'id' | 'sound'>): Promise<StaleEpisode[]> {
  const rows: Row[] = await manager.query(
    `select e.id as "episodeId", e.recording_id as "recordingId", e.sound as settings, r.origin,
       case when r."order" ? 'sound' then jsonb_build_object('sound', r."order"->'sound', 'intro', r."order"->'intro',
         'outro', r."order"->'outro', 'outputs', r."order"->'outputs') end as "order"
     from episodes e
     join episode_copies c on c.episode_id = e.id and c.kind = 'working'
     join revisions r on r.id = c.revision_id and r.recording_id = e.recording_id
     where e.show_id = $1 and e.deleted_at is null and e.purged_at is null
       and not exists (select 1 from revisions open where open.recording_id = e.recording_id
         and open.state in ('waiting', 'running'))
     order by e.published_at desc nulls first, e.id desc`,
    [show.id],
  );
  const pieces = await readPieces(
    manager,
    rows.map(({ settings }) => toEffective(show.sound, settings.own)),
  );
  const originals = await readOriginals(
    manager,
    rows.map(({ recordingId }) => recordingId),
  );
  return rows
    .filter(({ recordingId, settings, origin, order }) =>
      isStale({ origin, order }, toSoundWish(show, { sound: settings }, pieces, originals.get(recordingId) ?? null)),
    )
    .map(({ episodeId, recordingId }) => ({ episodeId, recordingId }));
}
