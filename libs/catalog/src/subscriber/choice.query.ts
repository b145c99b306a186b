import { type Clock, isId } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import type { EpisodeView } from '../episode/episode.view.js';
import { isOpenSql } from '../episode/listing-where.plan.js';
import { readOpenEpisodes } from '../episode/open-episodes.query.js';
import { ShowQuery } from '../show/show.query.js';
import type { ShowView } from '../show/show.view.js';
import { TagQuery } from '../tag/tag.query.js';
import type { TagView } from '../tag/tag.view.js';
import { selectionMax } from './selection.plan.js';

/** Somebody who appears in something that is out. */
export interface ChoicePerson {
  id: string;
  slug: string;
  name: string;
}

/** What a listener can choose from. */
export interface Choices {
  shows: ShowView[];
  persons: ChoicePerson[];
  tags: TagView[];
  episodes: EpisodeView[];
}

/** What was named in an address or a form: by id or by address segment; anything else names nothing. */
export interface Named {
  shows: readonly string[];
  persons: readonly string[];
  tags: readonly string[];
  episodes: readonly string[];
}

/** What a feed of one's own can be made of. */
export class ChoiceQuery {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** All shows with something to hear, and the people and tags that occur most. */
  async offered(): Promise<Choices> {
    const shows = await new ShowQuery(this.db).list();
    const persons = await this.persons('true', [], 60);
    return { shows, persons, tags: await new TagQuery(this.db, this.clock).list(60), episodes: [] };
  }

  /** Of what was named, what there is, public and not deleted. No more is looked up than may be chosen, in a handful of queries. */
  async found(named: Named): Promise<Choices> {
    const some = (names: readonly string[]) => names.slice(0, selectionMax + 1);
    const all = await new ShowQuery(this.db).list();
    const shows = all.filter(({ id, slug }) => named.shows.includes(id) || named.shows.includes(slug));
    const persons = await this.persons('(p.id::text = any($2::text[]) or p.slug = any($2::text[]))', [
      some(named.persons),
    ]);
    const tags = await new TagQuery(this.db, this.clock).bySlugs(some(named.tags));
    const ids = some(named.episodes).filter(isId);
    const where = { condition: 'e.id = any($2::uuid[])', parameters: [ids] };
    const episodes = ids.length ? await readOpenEpisodes(this.db, this.clock.now(), where) : [];
    return { shows, persons, tags, episodes };
  }

  private async persons(condition: string, parameters: unknown[], most = selectionMax + 1): Promise<ChoicePerson[]> {
    return this.db.query(
      `select p.id, p.slug, p.name from persons p
       join appearances a on a.person_id = p.id
       join episode_copies c on c.id = a.copy_id and c.kind = 'released'
       join episodes e on e.id = c.episode_id and e.state = 'published' and e.deleted_at is null and e.purged_at is null
       join shows s on s.id = e.show_id and s.deleted_at is null
       where ${isOpenSql('c', '$1')} and ${condition}
       group by p.id order by count(distinct e.id) desc, p.sort_name, p.id limit ${most}`,
      [this.clock.now(), ...parameters],
    );
  }
}
