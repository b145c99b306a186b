import { queryPrepared } from '#libs/database';
import type { Clock, Language } from '#libs/kernel';
import { enclosureKinds } from '#libs/media';
import type { DataSource, EntityManager } from 'typeorm';
import type { EpisodeView } from '../episode/episode.view.js';
import { isOpenSql } from '../episode/listing-where.plan.js';
import { type RelatedCandidate, type RelatedChoice, rankRelated } from './related.plan.js';
import type { RelatedEpisode, RelatedView } from './related.view.js';

/** Of one reason, so many of the newest are looked at; a tag that so many bear is not rare any more, however many more there are. */
const looked = 60;
/** With fewer related ones than that, the newest of the show are offered too. */
const least = 3;

interface Row {
  id: string;
  publishedAt: Date;
  /** Spoken, and of its pages. */
  langs: string[];
  kind: 'guest' | 'event' | 'series' | 'tag';
  what: string;
}

/** Keeps what was read under a key for a while, so that not every page reads it again. */
export type Remember = <T>(key: string, read: () => Promise<T>) => Promise<T>;

/** What else may be heard after an episode: released, listed, each with its reasons. */
export class RelatedQuery {
  constructor(
    private readonly db: DataSource | EntityManager,
    private readonly clock: Clock,
    private readonly remember: Remember = (_key, read) => read(),
  ) {}

  /** At most `most`, those in the reader's language first. */
  async of(episode: EpisodeView, lang: Language, most = 6): Promise<RelatedView[]> {
    const now = this.clock.now();
    const rows = (await Promise.all([this.near(episode, now), ...this.tagged(episode, now)])).flat();
    const chosen = rankRelated(toCandidates(rows, lang), countTags(rows), most);
    const fill = await this.newestOfShow(episode, chosen, now);
    const all = [...chosen, ...fill];
    const byId = new Map((await this.linked(all, now)).map((linked) => [linked.id, linked]));
    return all.flatMap(({ id, reasons }) => (byId.has(id) ? [{ episode: byId.get(id)!, reasons }] : []));
  }

  /** With the same guests, at the same event, of the same series. */
  private near({ id, appearances, event, series }: EpisodeView, now: Date): Promise<Row[]> {
    const guests = appearances.filter(({ role }) => role !== 'host').map(({ person }) => person.id);
    const parameters: unknown[] = [now, id];
    const param = (value: unknown) => `$${parameters.push(value)}`;
    const parts = [
      ...(guests.length ? [ofGuests(param(guests))] : []),
      ...(event ? [ofOne('event', `e.event_id = ${param(event.id)}`)] : []),
      ...(series ? [ofOne('series', `c.series_id = ${param(series.id)}`)] : []),
    ];
    return parts.length ? queryPrepared(this.db, parts.join(' union all '), parameters) : Promise.resolve([]);
  }

  /** The newest that bear each of its tags: the same for all episodes of a tag. */
  private tagged({ id, tags }: EpisodeView, now: Date): Promise<Row[]>[] {
    return tags.map(async ({ slug }) => {
      const rows = await this.remember(`tag ${slug}`, (): Promise<Row[]> => queryPrepared(this.db, ofTag, [now, slug]));
      return rows.filter((row) => row.id !== id).slice(0, looked);
    });
  }

  private linked(chosen: readonly RelatedChoice[], now: Date): Promise<RelatedEpisode[]> {
    return queryPrepared(this.db, links, [now, chosen.map(({ id }) => id), enclosureKinds]);
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

const columns = `e.id, e.published_at as "publishedAt", split_part(lower(c.language), '-', 1)
  || array(select t.lang from episode_texts t where t.copy_id = c.id and t.title <> '') as langs`;

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
const ofTag = `select ${columns}, 'tag' as kind, $2::text as what
  from (select e.id, e.published_at from episodes e
    join shows s on s.id = e.show_id and s.deleted_at is null and s.purged_at is null
    where e.id = any(array(select c.episode_id from episode_copies c
        where c.kind = 'released' and c.tag_slugs @> array[$2::text] and not c.is_unlisted and ${isOpenSql('c', '$1')}))
      and ${isOut}
    order by e.published_at desc, e.id desc limit ${looked + 1}) e
  join episode_copies c on c.episode_id = e.id and c.kind = 'released'
  order by e.published_at desc, e.id desc`;

const links = `select e.id, s.slug as "showSlug", s.language as "showLanguage", c.language,
    (select json_build_object('slug', v.slug) from events v where v.id = e.event_id and v.deleted_at is null) as event,
    array(select json_build_object('lang', t.lang, 'title', t.title, 'slug', coalesce((select a.slug
        from episode_addresses a where a.episode_id = e.id and a.lang = t.lang and a.is_current limit 1), e.id::text))
      from episode_texts t where t.copy_id = c.id and t.title <> '' order by t.lang) as texts,
    array(select p.name from appearances a join persons p on p.id = a.person_id
      where a.copy_id = c.id and a.role <> 'host' order by a.position) as names,
    (select r.duration_ms from renditions r where r.revision_id = c.revision_id and r.kind = any($3::text[])
      order by array_position($3::text[], r.kind) limit 1) as "durationMs"
  ${from} where e.id = any($2::uuid[]) and ${isOffered}`;

/** How many bear a tag, the episode that is asked about among them. */
function countTags(rows: readonly Row[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, what } of rows) if (kind === 'tag') counts.set(what, (counts.get(what) ?? 1) + 1);
  return counts;
}

function toCandidates(rows: readonly Row[], lang: Language): RelatedCandidate[] {
  const found = new Map<string, RelatedCandidate & { personIds: string[]; tags: string[] }>();
  for (const { id, publishedAt, langs, kind, what } of rows) {
    const isReadable = langs.includes(lang);
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
