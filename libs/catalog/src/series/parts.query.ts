import type { Clock } from '#libs/kernel';
import { type DataSource, type EntityManager, Any } from 'typeorm';
import { toEpisodeViews } from '../episode/episode-views.js';
import { Episode } from '../episode/episode.entity.js';
import type { EpisodeView } from '../episode/episode.view.js';
import { readListing } from '../episode/listing.query.js';
import { type SeriesPart, toParts } from './parts.plan.js';

/** The parts of a mini-series as readers may know them, and when that changes by itself. */
export interface SeriesParts {
  parts: SeriesPart[];
  changesAt: Date | null;
}

/** What each part of a mini-series knows of the others (`ux:L-14`). */
export class PartsQuery {
  constructor(
    private readonly db: DataSource | EntityManager,
    private readonly clock: Clock,
  ) {}

  /** Of an episode that is a part; unlisted ones are known to themselves only. Empty for any other. */
  async of(episode: EpisodeView): Promise<SeriesParts> {
    const { series } = episode;
    if (!series) return { parts: [], changesAt: null };
    const { episodes, changesAt } = await readListing(
      this.db,
      { seriesId: series.id, withUnlisted: true },
      { at: this.clock.now(), audience: 'public' },
    );
    const listed = episodes.filter(({ id, isUnlisted }) => !isUnlisted || id === episode.id);
    const announced = await this.announced(
      series.id,
      listed.map(({ id }) => id),
    );
    return { parts: toParts(series, episode.id, listed, announced), changesAt };
  }

  /** With a page before their release, and where it is planned, its date. */
  private async announced(seriesId: string, out: readonly string[]): Promise<{ view: EpisodeView; at: Date | null }[]> {
    const rows: { id: string }[] = await this.db.query(
      `select e.id from episodes e
       join shows s on s.id = e.show_id and s.deleted_at is null and s.purged_at is null
       join episode_copies c on c.episode_id = e.id and c.kind = 'working' and c.series_id = $1
       where e.is_announced and e.state in ('draft', 'scheduled') and e.deleted_at is null and e.purged_at is null
         and not c.is_unlisted and e.id <> all($2::uuid[])`,
      [seriesId, out],
    );
    const episodes = await this.db.getRepository(Episode).findBy({ id: Any(rows.map(({ id }) => id)) });
    const at = new Map(episodes.map((episode) => [episode.id, episode.scheduledAt]));
    const views = await toEpisodeViews(this.db, episodes, 'working');
    return views.map((view) => ({ view, at: at.get(view.id) ?? null }));
  }
}
