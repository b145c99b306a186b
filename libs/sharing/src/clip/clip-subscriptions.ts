import {
  type EpisodeFact,
  episodeFacts,
  episodePlanned,
  highlightsChanged,
  type ShowFact,
  showFacts,
} from '#libs/catalog';
import { newId } from '#libs/kernel';
import { peopleFacts, type PersonFact } from '#libs/people';
import type { PayloadOf, Subscriptions, Work } from '#libs/queue';
import type { DataSource, EntityManager } from 'typeorm';
import { KitPieces } from '../kit/kit-pieces.js';
import { makeClip, planClips } from './clip.jobs.js';

/** Which episodes' clips are looked at again after which fact. Files that would be the same stay. */
export const clipSubscriptions: Subscriptions = {
  [highlightsChanged]: [onEpisode],
  [episodeFacts.published]: [onEpisode],
  [episodeFacts.updated]: [onEpisode],
  [episodeFacts.deleted]: [onEpisode],
  [episodeFacts.restored]: [onEpisode],
  [episodePlanned]: [onEpisode],
  [showFacts.changed]: [onShow],
  [peopleFacts.personChanged]: [onPerson],
};

/** Files that rows wait for although the order may have been lost. */
export async function findUnmadeClips(manager: EntityManager): Promise<Work[]> {
  const rows: { pieceId: string; inputHash: string }[] = await manager.query(
    `select id as "pieceId", input_hash as "inputHash" from pieces_of_kit
     where state in ('wanted', 'making') and kind like 'clip%' and updated_at < now() - interval '2 minutes'
     order by updated_at limit 100`,
  );
  return rows.map((payload) => ({ job: makeClip, payload }));
}

/** The queue gives up on a file: its row says so, and a producer can try again. */
export async function onClipParked(dataSource: DataSource, name: string, payload: unknown): Promise<void> {
  if (name !== makeClip.name) return;
  const { pieceId, inputHash } = payload as PayloadOf<typeof makeClip>;
  const at = { id: pieceId, inputHash };
  await dataSource.transaction((manager) => KitPieces.failed(manager, at, 'error.clip.render'));
}

async function onEpisode({ episodeId }: EpisodeFact): Promise<Work[]> {
  return [planOf(episodeId)];
}

/** Its name, cover and accent are in every film. */
async function onShow({ showId }: ShowFact, manager: EntityManager): Promise<Work[]> {
  return plans(manager, 'c.episode_id in (select id from episodes where show_id = $1)', showId);
}

/** A name or photograph (`ux:K-25`). */
async function onPerson({ personId }: PersonFact, manager: EntityManager): Promise<Work[]> {
  return plans(manager, '$1 = any(c.person_ids)', personId);
}

async function plans(manager: EntityManager, where: string, id: string): Promise<Work[]> {
  const sql = `select distinct c.episode_id as id from clips c where c.state = 'approved' and ${where}`;
  const rows: { id: string }[] = await manager.query(sql, [id]);
  return rows.map((row) => planOf(row.id));
}

function planOf(episodeId: string): Work {
  return { job: planClips, payload: { episodeId, version: newId() } };
}
