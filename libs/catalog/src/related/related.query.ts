import type { Clock, Language } from '#libs/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import type { EpisodeView } from '../episode/episode.view.js';
import { isOpenSql } from '../episode/listing-where.plan.js';
import { readOpenEpisodes } from '../episode/open-episodes.query.js';
import { type RelatedCandidate, type RelatedChoice, rankRelated } from './related.plan.js';
import type { RelatedView } from './related.view.js';

/** Of one reason, so many of the newest are looked at; a tag that so many bear is not rare any more, however many more there are. */
const looked = 60;
/** With fewer related ones than that, the newest of the show are offered too. */
const least = 3;

interface Row {
  id: string;
  publishedAt: Date;
  isReadable: boolean;
  kind: 'guest' | 'event' | 'series' | 'tag';
  what: string;
}

/** What else may be heard after an episode: released, listed, each with its reasons. */
export class RelatedQuery {
  constructor(
    private readonly db: DataSource | EntityManager,
    private readonly clock: Clock,
  ) {}

  /** At most `most`, those in the reader's language first. */
  async of(episode: EpisodeView, lang: Language, most = 6): Promise<RelatedView[]> {
    const now = this.clock.now();
    const rows = await this.read(episode, lang, now);
    const chosen = rankRelated(toCandidates(rows), countTags(rows), most);
    const fill = await this.newestOfShow(episode, chosen, now);
    const all = [...chosen, ...fill];
    const parameters = [all.map(({ id }) => id)];
    const views = all.length
      ? await readOpenEpisodes(this.db, now, { condition: 'e.id = any($2::uuid[])', parameters })
      : [];
    const byId = new Map(views.map((view) => [view.id, view]));
    return all.flatMap(({ id, reasons }) => (byId.has(id) ? [{ episode: byId.get(id)!, reasons }] : []));
  }

  private read(episode: EpisodeView, lang: Language, now: Date): Promise<Row[]> {
    const { id, appearances, event, series, tags } = episode;
    const guests = appearances.filter(({ role }) => role !== 'host').map(({ person }) => person.id);
    const parameters: unknown[] = [now, id, lang];
    const param = (value: unknown) => `$${parameters.push(value)}`;
    const parts = [
      ...(guests.length ? [ofGuests(param(guests))] : []),
      ...(event ? [ofOne('event', `e.event_id = ${param(event.id)}`)] : []),
      ...(series ? [ofOne('series', `c.series_id = ${param(series.id)}`)] : []),
      // Each by itself: the planner knows which tag is frequent, and walks from the newest on.
      ...tags.map(({ slug }) => ofTag(param(slug))),
    ];
    return parts.length ? this.db.query(parts.join(' union all '), parameters) : Promise.resolve([]);
  }

  private async newestOfShow(
    episode: EpisodeView,
    chosen: readonly RelatedChoice[],
    now: Date,
  ): Promise<RelatedChoice[]> {
    const missing = least - chosen.length;
    if (missing <= 0) return [];
    const rows: { id: string }[] = await this.db.query(
      `select e.id ${from} where e.show_id = $2 and e.id <> all($3::uuid[]) and ${isOffered}
       order by e.published_at desc, e.id desc limit ${missing}`,
      [now, episode.showId, [episode.id, ...chosen.map(({ id }) => id)]],
    );
    return rows.map(({ id }) => ({ id, reasons: [{ kind: 'show' as const }] }));
  }
}

const from = `from episodes e
  join shows s on s.id = e.show_id and s.deleted_at is null and s.purged_at is null
  join episode_copies c on c.episode_id = e.id and c.kind = 'released'`;

/** Never what is unlisted or not released. */
const isOut = `e.state = 'published' and e.deleted_at is null and e.purged_at is null and e.published_at is not null`;
const isOffered = `${isOut} and not c.is_unlisted and ${isOpenSql('c', '$1')}`;

const columns = `e.id, e.published_at as "publishedAt",
  (split_part(lower(c.language), '-', 1) = $3
    or exists (select 1 from episode_texts t where t.copy_id = c.id and t.lang = $3 and t.title <> '')) as "isReadable"`;

const newest = `order by e.published_at desc, e.id desc limit ${looked}`;

function ofGuests(ids: string): string {
  return `(select ${columns}, 'guest' as kind, a.person_id::text as what ${from}
    join appearances a on a.copy_id = c.id and a.role <> 'host' and a.person_id = any(${ids}::uuid[])
    where e.id <> $2 and ${isOffered} ${newest})`;
}

function ofOne(kind: 'event' | 'series', condition: string): string {
  return `(select ${columns}, '${kind}' as kind, '' as what ${from}
    where ${condition} and e.id <> $2 and ${isOffered} ${newest})`;
}

/** An array of ids first, and the newest of them before anything is asked of a copy: a tag may be borne by thousands. */
function ofTag(slug: string): string {
  const borne = `array(select c.episode_id from episode_copies c
    where c.kind = 'released' and c.tag_slugs @> array[${slug}::text] and not c.is_unlisted and ${isOpenSql('c', '$1')})`;
  return `(select ${columns}, 'tag' as kind, ${slug}::text as what
    from (select e.id, e.published_at from episodes e
      join shows s on s.id = e.show_id and s.deleted_at is null and s.purged_at is null
      where e.id = any(${borne}) and e.id <> $2 and ${isOut} ${newest}) e
    join episode_copies c on c.episode_id = e.id and c.kind = 'released' ${newest})`;
}

/** How many bear a tag, the episode that is asked about among them. */
function countTags(rows: readonly Row[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, what } of rows) if (kind === 'tag') counts.set(what, (counts.get(what) ?? 1) + 1);
  return counts;
}

function toCandidates(rows: readonly Row[]): RelatedCandidate[] {
  const found = new Map<string, RelatedCandidate & { personIds: string[]; tags: string[] }>();
  for (const { id, publishedAt, isReadable, kind, what } of rows) {
    const none = { id, publishedAt, isReadable, personIds: [], isSameEvent: false, isSameSeries: false, tags: [] };
    const candidate = found.get(id) ?? none;
    found.set(id, candidate);
    if (kind === 'guest') candidate.personIds.push(what);
    else if (kind === 'tag') candidate.tags.push(what);
    else if (kind === 'event') candidate.isSameEvent = true;
    else candidate.isSameSeries = true;
  }
  return [...found.values()];
}
