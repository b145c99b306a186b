import type { DataSource, EntityManager } from 'typeorm';
import type { FeedKind } from '../feed/feed.entity.js';
import { toTrackSlug } from './feed-ref.plan.js';

/** A public feed that is there and has something to hear, with what its title is made of. */
export interface PublicFeed {
  kind: Exclude<FeedKind, 'private' | 'personal'>;
  path: string;
  /** The show's texts and language, of a kind that belongs to one. */
  show: { language: string; texts: { lang: string; title: string }[] } | null;
  /** A season's number, a language, a track's or tag's segment. */
  key: string;
  /** A person's, mini-series' or event's name, as there is one in any language; empty for other kinds. */
  name: string;
  /** Of a track, as it is written in the programme. */
  track: string;
}

/** What the first page links, so that every public feed can be found. */
export class PublicFeedsQuery {
  constructor(private readonly db: DataSource | EntityManager) {}

  /** All but those of whole shows and events, by kind and address. */
  async more(most = 300): Promise<PublicFeed[]> {
    const feeds: (PublicFeed & { subjectId: string })[] = await this.db.query(
      `with latest as (
         select distinct on (v.feed_id) v.feed_id, v.item_count from feed_versions v
         where v.page = 1 and v.valid_from <= now() order by v.feed_id, v.valid_from desc, v.version desc
       )
       select f.kind, f.path, f.key, f.subject_id as "subjectId", coalesce(p.name, st.name, et.name, tag.name, '') as name,
         case when s.id is null then null else json_build_object('language', s.language, 'texts',
           (select json_agg(json_build_object('lang', x.lang, 'title', x.title) order by x.lang)
            from show_texts x where x.show_id = s.id)) end as show
       from feeds f
       join latest on latest.feed_id = f.id and latest.item_count > 0
       left join persons p on f.kind = 'person' and p.id = f.subject_id
       left join series on f.kind = 'series' and series.id = f.subject_id
       left join shows s on s.id = coalesce(series.show_id, f.subject_id)
       left join lateral (select name from series_texts where series_id = series.id order by lang limit 1) st on true
       left join lateral (select name from event_texts where event_id = f.subject_id order by lang limit 1) et on true
       left join lateral (
         select t.name from episode_copies c cross join unnest(c.tags, c.tag_slugs) as t(name, slug)
         where f.kind = 'tag' and c.kind = 'released' and c.tag_slugs @> array[f.key] and t.slug = f.key limit 1
       ) tag on true
       where f.path is not null and f.gone_at is null and f.kind not in ('show', 'event', 'private', 'personal')
       order by f.kind, name, f.path limit $1`,
      [most],
    );
    const tracks = await this.tracks(feeds.flatMap(({ kind, subjectId }) => (kind === 'track' ? [subjectId] : [])));
    return feeds.map(({ subjectId, ...feed }) => ({
      ...feed,
      track: tracks.get(`${subjectId} ${feed.key}`) ?? feed.key,
    }));
  }

  /** The names of tracks by event and segment. */
  private async tracks(eventIds: readonly string[]): Promise<Map<string, string>> {
    if (eventIds.length === 0) return new Map();
    const rows: { eventId: string; track: string }[] = await this.db.query(
      `select distinct e.event_id as "eventId", c.track from episodes e
       join episode_copies c on c.episode_id = e.id and c.kind = 'released'
       where e.event_id = any($1::uuid[]) and c.track <> ''`,
      [eventIds],
    );
    return new Map(rows.map(({ eventId, track }) => [`${eventId} ${toTrackSlug(track)}`, track]));
  }
}
