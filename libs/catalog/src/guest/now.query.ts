import type { Clock } from '#libs/kernel';
import type { DataSource, EntityManager } from 'typeorm';

/** What somebody does today, beside what they were called in a recording (`ux:K-26`). */
export interface NowView {
  title: string;
  organisation: string;
  organisationUrl: string;
  /** `YYYY-MM-DD`; null: not said. */
  since: string | null;
}

/** Where people are now. Who hides it is not among them, nor whose employer of today is one that an appearance may not name. */
export class NowQuery {
  constructor(
    private readonly db: DataSource | EntityManager,
    private readonly clock: Clock,
  ) {}

  /** By the person's id: the newest affiliation that holds today. */
  async of(personIds: readonly string[]): Promise<Map<string, NowView>> {
    if (personIds.length === 0) return new Map();
    const rows: (NowView & { personId: string })[] = await this.db.query(
      `select distinct on (a.person_id) a.person_id as "personId", a.title, a.organisation,
         a.organisation_url as "organisationUrl", a.since::text as since
       from affiliations a join persons p on p.id = a.person_id and not p.hides_now
       where a.person_id = any($1::uuid[]) and coalesce(a.until >= $2, true) and coalesce(a.since <= $2, true)
         and not exists (select 1 from appearances h where h.person_id = a.person_id and h.employer = 'hidden'
           and a.organisation <> '' and lower(h.organisation) = lower(a.organisation))
       order by a.person_id, a.since desc nulls last, a.id`,
      [personIds, this.clock.now().toISOString().slice(0, 10)],
    );
    return new Map(rows.map(({ personId, ...now }) => [personId, now]));
  }
}
