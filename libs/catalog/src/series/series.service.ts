import {
  type Actor,
  type Clock,
  Conflict,
  freeSlug,
  Invalid,
  isId,
  newId,
  NotFound,
  toLanguage,
  toSlug,
} from '#libs/kernel';
import { type DataSource, type EntityManager, IsNull, Like } from 'typeorm';
import { EpisodeCopy } from '../episode/episode-copy.entity.js';
import { requireChangeShow, requireSeeShow } from '../show/show.policy.js';
import { loadShow } from '../show/shows.service.js';
import { SeriesText } from './series-text.entity.js';
import { Series } from './series.entity.js';
import { announceSeries } from './series.facts.js';
import { cleanSeriesForm, findSeriesProblems, type SeriesForm, seriesMax } from './series.plan.js';

/** A new mini-series; its name is in `lang`, or in the show's language. */
export interface NewSeries {
  name: string;
  description?: string;
  lang?: string;
  parts?: number | null;
}

/** The mini-series of a show. The address segment is chosen once and never changes: feeds are subscribed to it. */
export class SeriesService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws Invalid, also when there are very many already. */
  async create(actor: Actor, showId: string, form: NewSeries): Promise<Series> {
    requireChangeShow(actor, showId);
    const show = await loadShow(this.db.manager, showId);
    const { name, description = '', lang = toLanguage(show.language), parts = null } = form;
    const { texts } = accept({ texts: [{ lang, name, description }], parts });
    const id = newId();
    await this.db.transaction(async (manager) => {
      const slug = await this.freeSlug(manager, showId, toSlug(texts![0]!.name, 'series'));
      await manager.insert(Series, { id, showId, slug, parts });
      await saveTexts(manager, id, texts!);
      await announceSeries(manager, id, showId);
    });
    return load(this.db.manager, showId, id);
  }

  /** A show's mini-series, the newest first. */
  async list(actor: Actor, showId: string): Promise<Series[]> {
    requireSeeShow(actor, showId);
    await loadShow(this.db.manager, showId);
    return this.db.getRepository(Series).find({
      where: { showId, deletedAt: IsNull() },
      relations: { texts: true },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
  }

  async get(actor: Actor, showId: string, seriesId: string): Promise<Series> {
    requireSeeShow(actor, showId);
    return load(this.db.manager, showId, seriesId);
  }

  /** @throws Conflict when somebody saved since `version`; Invalid. */
  async update(
    actor: Actor,
    showId: string,
    seriesId: string,
    { version, ...form }: SeriesForm & { version: number },
  ): Promise<Series> {
    requireChangeShow(actor, showId);
    const { texts, ...fields } = accept(form);
    await this.db.transaction(async (manager) => {
      await manager.findOne(Series, { where: { id: seriesId }, lock: { mode: 'pessimistic_write' } });
      const series = await load(manager, showId, seriesId);
      if (series.version !== version) throw new Conflict(toForm(series), form, series.version);
      await manager.update(Series, { id: seriesId }, { ...fields, version: version + 1 });
      if (texts) await saveTexts(manager, seriesId, texts);
      await announceSeries(manager, seriesId, showId);
    });
    return load(this.db.manager, showId, seriesId);
  }

  /** Its feed answers 410. Only one without episodes can be deleted, so that no subscriber loses any. */
  async delete(actor: Actor, showId: string, seriesId: string): Promise<void> {
    requireChangeShow(actor, showId);
    await this.db.transaction(async (manager) => {
      await load(manager, showId, seriesId);
      if (await hasEpisodes(manager, seriesId)) {
        throw new Invalid([{ path: 'seriesId', message: 'error.field.series.episodes' }]);
      }
      await manager.update(Series, { id: seriesId }, { deletedAt: this.clock.now() });
      await announceSeries(manager, seriesId, showId);
    });
  }

  /** A deleted one keeps its segment: its feed's address answers 410 for ever. */
  private async freeSlug(manager: EntityManager, showId: string, wanted: string): Promise<string> {
    await manager.query('select pg_advisory_xact_lock(hashtext($1))', [`series.${showId}`]);
    if ((await manager.countBy(Series, { showId, deletedAt: IsNull() })) >= seriesMax) {
      throw new Invalid([{ path: 'texts', message: 'error.field.tooMany', params: { n: seriesMax } }]);
    }
    const rows = await manager.find(Series, { where: { showId, slug: Like(`${wanted}%`) }, select: { slug: true } });
    const taken = new Set(rows.map(({ slug }) => slug));
    return freeSlug(wanted, (segment) => taken.has(segment));
  }
}

/** Refuses a series that is another show's or deleted; none is fine. @throws Invalid. */
export async function requireSeries(
  manager: EntityManager,
  showId: string,
  seriesId: string | null | undefined,
): Promise<void> {
  if (seriesId == null) return;
  if (!(await manager.existsBy(Series, { id: seriesId, showId, deletedAt: IsNull() }))) {
    throw new Invalid([{ path: 'seriesId', message: 'error.field.series.gone' }]);
  }
}

async function load(manager: EntityManager, showId: string, seriesId: string): Promise<Series> {
  await loadShow(manager, showId);
  const where = { id: seriesId, showId, deletedAt: IsNull() };
  const series = isId(seriesId) && (await manager.findOne(Series, { where, relations: { texts: true } }));
  if (!series) throw new NotFound('This mini-series');
  return series;
}

function accept(form: SeriesForm): SeriesForm {
  const clean = cleanSeriesForm(form);
  const problems = findSeriesProblems(clean);
  if (problems.length) throw new Invalid(problems);
  return clean;
}

async function saveTexts(
  manager: EntityManager,
  seriesId: string,
  texts: NonNullable<SeriesForm['texts']>,
): Promise<void> {
  await manager.delete(SeriesText, { seriesId });
  await manager.insert(
    SeriesText,
    texts.map((text) => ({ ...text, seriesId })),
  );
}

/** Also in a released copy only, or in the bin, from which it may come back. */
async function hasEpisodes(manager: EntityManager, seriesId: string): Promise<boolean> {
  return manager.existsBy(EpisodeCopy, { seriesId });
}

function toForm({ texts, parts }: Series): SeriesForm {
  return { parts, texts: texts.map(({ lang, name, description }) => ({ lang, name, description })) };
}
