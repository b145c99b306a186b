import type { Clock } from '#libs/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { isOpenSql } from '../episode/listing-where.plan.js';
import type { TagView } from './tag.view.js';

/** Tags, which are nothing but what episodes bear. */
export class TagQuery {
  constructor(
    private readonly db: DataSource | EntityManager,
    private readonly clock: Clock,
  ) {}

  /** Tags of what is published, the most frequent first. */
  async list(most = 100): Promise<TagView[]> {
    return this.db.query(`${tagsOf('true')} order by count desc, slug limit $2`, [this.clock.now(), most]);
  }

  /** As it was last written; undefined when nothing published bears it. */
  async bySlug(slug: string): Promise<TagView | undefined> {
    const [tag]: TagView[] = await this.db.query(tagsOf('c.tag_slugs @> array[$2::text] and tag.slug = $2'), [
      this.clock.now(),
      slug,
    ]);
    return tag;
  }

  /** Of several segments, those that something published bears; in one query, by segment. */
  async bySlugs(slugs: readonly string[]): Promise<TagView[]> {
    if (slugs.length === 0) return [];
    return this.db.query(`${tagsOf('c.tag_slugs && $2::text[] and tag.slug = any($2::text[])')} order by tag.slug`, [
      this.clock.now(),
      slugs,
    ]);
  }

  /** For a field in which somebody of a show types: tags of all that is published, and of this show's drafts. */
  async suggest(showId: string, q: string, most = 20): Promise<TagView[]> {
    return this.db.query(
      `select tag.slug, (array_agg(tag.name order by c.updated_at desc))[1] as name, count(distinct e.id)::int as count
       from episodes e
       join shows s on s.id = e.show_id and s.deleted_at is null
       join episode_copies c on c.episode_id = e.id and ((c.kind = 'released' and e.state = 'published') or e.show_id = $1)
       cross join unnest(c.tags, c.tag_slugs) as tag(name, slug)
       where e.deleted_at is null and tag.slug like $2
       group by tag.slug order by (tag.slug like $3) desc, count desc, tag.slug limit $4`,
      [showId, `%${q}%`, `${q}%`, most],
    );
  }
}

function tagsOf(condition: string): string {
  return `select tag.slug, (array_agg(tag.name order by e.published_at desc))[1] as name, count(*)::int as count
    from episodes e
    join shows s on s.id = e.show_id and s.deleted_at is null and s.purged_at is null
    join episode_copies c on c.episode_id = e.id and c.kind = 'released'
    cross join unnest(c.tags, c.tag_slugs) as tag(name, slug)
    where e.state = 'published' and e.deleted_at is null and e.purged_at is null
      and ${isOpenSql('c', '$1')} and ${condition}
    group by tag.slug`;
}
