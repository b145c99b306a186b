import { type EpisodeFact, episodeFacts, isOpenSql } from '#libs/catalog';
import { type Clock, newId } from '#libs/kernel';
import type { Subscriptions } from '#libs/queue';
import type { EntityManager } from 'typeorm';

/** What is taken back within it is told to nobody. */
const graceMs = 60_000;
/** What is dated earlier is a correction of the past: no news. */
const newsMs = 7 * 24 * 3_600_000;

/** A release, or the moment at which what subscribers heard first is everybody's, is told once in an episode's life. */
export function mailingSubscriptions(clock: Clock): Subscriptions {
  const plan = async ({ episodeId, showId }: EpisodeFact, manager: EntityManager) => {
    const now = clock.now();
    const dueAt = new Date(now.getTime() + graceMs);
    if (!(await isNews(manager, episodeId, now))) return [];
    await manager.query(
      `insert into mailings as m (id, show_id, episode_id, due_at) values ($1, $2, $3, $4)
       on conflict (episode_id) do update set state = 'waiting', due_at = $4, finished_at = null
         where m.state = 'dropped' and m.sent = 0`,
      [newId(now.getTime()), showId, episodeId, dueAt],
    );
    return [];
  };
  return { [episodeFacts.published]: [plan], [episodeFacts.opened]: [plan] };
}

/**
 * Heard by everybody at this moment, on lists, and new. What is dated before it was made here was out elsewhere: an import
 * tells nobody, however young it is.
 */
export async function isNews(manager: EntityManager, episodeId: string, now: Date): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `select 1 from episodes e
       join shows s on s.id = e.show_id and s.deleted_at is null
       join episode_copies c on c.episode_id = e.id and c.kind = 'released'
     where e.id = $1 and e.state = 'published' and e.deleted_at is null and not c.is_unlisted
       and ${isOpenSql('c', '$2')} and greatest(e.published_at, c.subscribers_until) > $3
       and e.published_at > e.created_at - interval '1 hour'`,
    [episodeId, now, new Date(now.getTime() - newsMs)],
  );
  return rows.length > 0;
}
