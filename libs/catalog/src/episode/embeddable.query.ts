import { type Clock, isId, systemClock } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import { toEpisodeViews } from './episode-views.js';
import { Episode } from './episode.entity.js';
import type { ParentSlug } from './episode.query.js';
import type { EpisodeView } from './episode.view.js';
import { readHeard } from './heard.query.js';

/** What other sites may show of an episode at this moment. `private`: it is there, for subscribers only. */
export type Embeddable =
  | { kind: 'found'; view: EpisodeView }
  /** Only title, people, language and cover may be shown; null: it has no date yet, or its release is being written. */
  | { kind: 'announced'; view: EpisodeView; releaseAt: Date | null }
  | { kind: 'private' | 'gone' | 'withdrawn' | 'missing' };

/** An episode or talk as embedded players and oEmbed find it: by its id, or by the address of its page. */
export class EmbeddableQuery {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock = systemClock,
  ) {}

  async byId(id: string): Promise<Embeddable> {
    const episode = isId(id) ? await this.db.getRepository(Episode).findOneBy({ id }) : null;
    if (!episode) return { kind: 'missing' };
    if (episode.deletedAt || episode.purgedAt) return { kind: 'gone' };
    const at = this.clock.now();
    const heard = await readHeard(this.db, id, { at, audience: 'public' });
    if (heard.episode) return { kind: 'found', view: heard.episode };
    if (episode.state === 'published') return { kind: heard.isExpired ? 'withdrawn' : 'private' };
    return this.unreleased(episode, at);
  }

  /** @param slug of any language, also one that the page had before. */
  async byPage(parent: ParentSlug, slug: string): Promise<Embeddable> {
    const [table, name] = 'event' in parent ? ['events', parent.event] : ['shows', parent.show];
    const [row]: { id: string }[] = await this.db.query(
      `select a.episode_id as id from episode_addresses a join ${table} p on p.id = a.parent_id
        where p.slug = $1 and a.slug = $2 order by a.is_current desc limit 1`,
      [name, slug],
    );
    return row ? this.byId(row.id) : { kind: 'missing' };
  }

  private async unreleased(episode: Episode, at: Date): Promise<Embeddable> {
    const { state, scheduledAt, isAnnounced, publishedAt } = episode;
    const isShown = isAnnounced && state !== 'withdrawn';
    const [view] = isShown ? await toEpisodeViews(this.db, [episode], 'working') : [];
    if (!view) return { kind: publishedAt ? 'withdrawn' : 'missing' };
    const isDue = scheduledAt !== null && scheduledAt <= at;
    return { kind: 'announced', view, releaseAt: isDue ? null : scheduledAt };
  }
}
