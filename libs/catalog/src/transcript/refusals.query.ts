import type { DataSource, EntityManager } from 'typeorm';

/** A guest because of whom readers do not see what is written: all of it, or its translations (`ux:G-03`). */
export interface TranscriptRefusal {
  personId: string;
  name: string;
  what: 'all' | 'translations';
  /** They have left altogether; otherwise they said no to this alone. */
  hasLeft: boolean;
}

/** Who wants their words, or translations of them, not in writing; by name. Empty: nothing is hidden. */
export async function readTranscriptRefusals(
  db: DataSource | EntityManager,
  episodeId: string,
): Promise<TranscriptRefusal[]> {
  return db.query(
    `select l.person_id as "personId", p.name, l.state = 'withdrawn' as "hasLeft",
       case when l.state = 'withdrawn' or l.consents->>'transcript' = 'false' then 'all' else 'translations' end as what
     from guest_links l join persons p on p.id = l.person_id
     where l.episode_id = $1
       and (l.state = 'withdrawn' or l.consents->>'transcript' = 'false' or l.consents->>'translation' = 'false')
     order by p.name, p.id`,
    [episodeId],
  );
}
