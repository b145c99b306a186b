import type { DataSource, EntityManager } from 'typeorm';

/** What may not come back of an episode when words of the past are served again, although the episode is public. */
export interface Withdrawn {
  /** Employers that are named nowhere any more (`ux:K-24`). */
  employers: string[];
  /** Clips were refused, put away, or lost a consent since they were agreed to. */
  hasRefusedClips: boolean;
  /** Somebody in it has another name since (`ux:K-25`). */
  isRenamed: boolean;
}

/** By the episodes' guids. @param since when the words of the past were the present ones. */
export async function readWithdrawn(
  db: DataSource | EntityManager,
  guids: readonly string[],
  since: Date,
): Promise<Map<string, Withdrawn>> {
  const rows: (Withdrawn & { guid: string })[] = await db.query(
    `select e.guid,
       array(select distinct a.organisation from appearances a join episode_copies c on c.id = a.copy_id
         where c.episode_id = e.id and a.employer = 'hidden' and a.organisation <> '') as employers,
       exists (select 1 from clips k where k.episode_id = e.id and (k.state = 'refused' or k.dropped_at is not null
         or exists (select 1 from guest_links l where l.episode_id = e.id and l.person_id = any(k.person_ids)
           and (l.state = 'withdrawn' or l.consents->>'clips' = 'false')))) as "hasRefusedClips",
       exists (select 1 from appearances a join episode_copies c on c.id = a.copy_id
         join person_changes h on h.person_id = a.person_id and 'name' = any(h.fields) and h.created_at > $2
         where c.episode_id = e.id) as "isRenamed"
     from episodes e where e.guid = any($1)`,
    [guids, since],
  );
  return new Map(rows.map(({ guid, ...withdrawn }) => [guid, withdrawn]));
}
