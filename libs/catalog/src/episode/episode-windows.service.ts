import type { DataSource } from 'typeorm';
import { announceEpisode } from './episode.facts.js';

interface Told {
  id: string;
  showId: string;
  eventId: string | null;
  isExpired: boolean;
}

/** So many are told of in one transaction. */
const atOnce = 200;

/** What happens to released episodes without anybody's doing: they open to everybody, or they expire. */
export class EpisodeWindowsService {
  constructor(private readonly db: DataSource) {}

  /**
   * Tells of every window that began or ended since it was last asked, each once however many workers ask: the row
   * remembers up to when. Feeds and media have changed at the second already; pages do now.
   */
  async announceDue(now: Date): Promise<string[]> {
    const told: string[] = [];
    for (let batch = await this.announceSome(now); batch.length > 0; batch = await this.announceSome(now)) {
      told.push(...batch);
    }
    return told;
  }

  private announceSome(now: Date): Promise<string[]> {
    return this.db.transaction(async (manager) => {
      const [rows]: [Told[], number] = await manager.query(
        `with due as (
           select e.id, c.expires_at is not null and c.expires_at <= $1 as expired
           from episode_copies c join episodes e on e.id = c.episode_id
           where c.kind = 'released' and (c.expires_at <= $1 or c.subscribers_until <= $1)
             and e.state = 'published' and e.deleted_at is null
             and greatest(case when c.expires_at <= $1 then c.expires_at end,
               case when c.subscribers_until <= $1 then c.subscribers_until end)
               > coalesce(e.windows_told_at, '-infinity')
           order by e.id limit ${atOnce} for update of e skip locked
         )
         update episodes e set windows_told_at = $1 from due where e.id = due.id
         returning e.id, e.show_id as "showId", e.event_id as "eventId", due.expired as "isExpired"`,
        [now],
      );
      for (const { isExpired, ...episode } of rows) {
        await announceEpisode(manager, isExpired ? 'expired' : 'opened', episode);
      }
      return rows.map(({ id }) => id);
    });
  }
}
