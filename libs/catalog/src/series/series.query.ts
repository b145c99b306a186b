import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { Series } from './series.entity.js';
import type { SeriesView } from './series.view.js';

/** Mini-series as readers see them: not deleted. Whether their show is, the show knows. */
export class SeriesQuery {
  constructor(private readonly db: DataSource | EntityManager) {}

  async byId(id: string): Promise<SeriesView | undefined> {
    const series = await this.db
      .getRepository(Series)
      .findOne({ where: { id, deletedAt: IsNull() }, relations: { texts: true } });
    return series ? toSeriesView(series) : undefined;
  }

  /** By address segment. */
  async ofShow(showId: string): Promise<SeriesView[]> {
    const series = await this.db
      .getRepository(Series)
      .find({ where: { showId, deletedAt: IsNull() }, relations: { texts: true }, order: { slug: 'ASC' } });
    return series.map(toSeriesView);
  }
}

function toSeriesView({ id, showId, slug, parts, texts }: Series): SeriesView {
  return {
    ...{ id, showId, slug, parts },
    texts: texts.map(({ lang, name, description }) => ({ lang, name, description })),
  };
}
