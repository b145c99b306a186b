import type { Clock } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import { isOpenSql } from '../episode/listing-where.plan.js';

/** The people and tags that have a public page of their own: those of something that is out and listed. */
export class PublicNamesQuery {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Address segments; nobody who does not want a page that is found. */
  async guests(): Promise<string[]> {
    return this.slugs(
      `select distinct p.slug ${from} join appearances a on a.copy_id = c.id
       join persons p on p.id = a.person_id and not p.is_hidden and p.merged_into is null
       where ${isOut} order by p.slug`,
    );
  }

  /** Of one episode alone, a tag's page says no more than that episode's own (`ux` 1.6 e). */
  async tags(): Promise<string[]> {
    return this.slugs(
      `select tag.slug ${from} cross join unnest(c.tag_slugs) as tag(slug) where ${isOut}
       group by tag.slug having count(distinct e.id) > 1 order by tag.slug`,
    );
  }

  private async slugs(sql: string): Promise<string[]> {
    const rows: { slug: string }[] = await this.db.query(sql, [this.clock.now()]);
    return rows.map(({ slug }) => slug);
  }
}

const from = `from episodes e
  join shows s on s.id = e.show_id and s.deleted_at is null and s.purged_at is null
  join episode_copies c on c.episode_id = e.id and c.kind = 'released'`;
const isOut = `e.state = 'published' and e.deleted_at is null and e.purged_at is null and ${isOpenSql('c', '$1')}`;
