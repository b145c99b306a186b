import { queryPrepared } from '#libs/database';
import type { Clock } from '#libs/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { isSameName } from './now.plan.js';

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
    const rows = await queryPrepared<(NowView & { personId: string; hidden: string[] })[]>(
      this.db,
      `select a.person_id as "personId", a.title, a.organisation, a.organisation_url as "organisationUrl",
         a.since::text as since, array(select distinct h.organisation from appearances h
           where h.person_id = a.person_id and h.employer = 'hidden') as hidden
       from affiliations a join persons p on p.id = a.person_id and not p.hides_now
       where a.person_id = any($1::uuid[]) and coalesce(a.until >= $2, true) and coalesce(a.since <= $2, true)
       order by a.person_id, a.since nulls first, a.id desc`,
      [personIds, this.clock.now().toISOString().slice(0, 10)],
    );
    // The newest of a person comes last, and stays.
    const named = rows.filter(({ organisation, hidden }) => !hidden.some((name) => isSameName(name, organisation)));
    return new Map(named.map(({ personId, hidden: _, ...now }) => [personId, now]));
  }
}
