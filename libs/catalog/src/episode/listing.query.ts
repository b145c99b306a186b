import { toSlug } from '#libs/kernel';
import { type DataSource, type EntityManager, Any } from 'typeorm';
import { planAddresses } from '../address/episode-addresses.js';
import type { EpisodeCopy } from './episode-copy.entity.js';
import { toEpisodeViews } from './episode-views.js';
import { Episode } from './episode.entity.js';
import type { EpisodeView } from './episode.view.js';
import { type ListingWhere, toListingSql } from './listing-where.plan.js';
import { type Audience, isListed, type Listed, nextChange, toListed } from './listing.plan.js';
import { readReadyCopies } from './planned-releases.js';

export interface ListingOptions {
  at: Date;
  audience: Audience;
  /** Of one snapshot: what was read for one instant is not read again for the next. */
  memo?: ListingMemo;
}

export interface Listing {
  /** Newest first. */
  episodes: EpisodeView[];
  /** The next instant at which it changes by itself; null: never. */
  changesAt: Date | null;
}

/** What `readListing` keeps between calls for several instants, the earliest first, in one snapshot. */
export class ListingMemo {
  readonly entries = new Map<string, Promise<Entry[]>>();
  readonly views = new Map<string, EpisodeView>();
}

/**
 * The episodes that are listed at an instant, past, present or to come: what is published, and what is planned and ready
 * as it will be then, with its date and address segment; without what is deleted, has expired, or is for others only.
 */
export async function readListing(
  db: DataSource | EntityManager,
  where: ListingWhere,
  { at, audience, memo = new ListingMemo() }: ListingOptions,
): Promise<Listing> {
  const key = JSON.stringify([where, audience]);
  const reading = memo.entries.get(key) ?? readEntries(db, where, audience);
  memo.entries.set(key, reading);
  const entries = await reading;
  const listed = entries.filter((entry) => isListed(entry, at));
  await readViews(db, entries, listed, memo.views);
  const episodes = listed.flatMap((entry) => {
    const view = memo.views.get(entry.id);
    return view ? [{ ...view, state: 'published' as const, publishedAt: entry.publishedAt }] : [];
  });
  return { episodes: episodes.sort(byNewest), changesAt: nextChange(entries, at) };
}

/** An episode with the time in which it is listed; `copy` is what will be released of a planned one. */
interface Entry extends Listed {
  id: string;
  copy?: EpisodeCopy;
}

interface Row {
  id: string;
  showId: string;
  eventId: string | null;
  recordingId: string | null;
  state: 'published' | 'scheduled';
  publishedAt: Date | null;
  scheduledAt: Date | null;
  subscribersUntil: Date | null;
  expiresAt: Date | null;
  track: string;
}

async function readEntries(db: DataSource | EntityManager, where: ListingWhere, audience: Audience): Promise<Entry[]> {
  const { text, parameters } = toListingSql(where);
  const all: Row[] = await db.query(
    `select e.id, e.show_id as "showId", e.event_id as "eventId", e.recording_id as "recordingId", e.state,
       e.published_at as "publishedAt", e.scheduled_at as "scheduledAt", c.track,
       c.subscribers_until as "subscribersUntil", c.expires_at as "expiresAt"
     ${text} order by e.scheduled_at, e.id`,
    parameters,
  );
  const rows = where.track === undefined ? all : all.filter(({ track }) => toSlug(track, '') === where.track);
  const planned = rows.filter(({ state, scheduledAt }) => state === 'scheduled' && scheduledAt);
  const copies = await readReadyCopies(db, planned);
  return rows.flatMap((row) => {
    const copy = copies.get(row.id);
    if (row.state === 'scheduled' && !copy) return [];
    const listed = toListed({ ...row, releaseAt: copy ? row.scheduledAt : null }, audience);
    return listed ? [{ id: row.id, ...listed, ...(copy && { copy }) }] : [];
  });
}

/** Adds the views of `listed` that are missing. Planned ones come all at once: they take their segments in the order of their release. */
async function readViews(
  db: DataSource | EntityManager,
  all: readonly Entry[],
  listed: readonly Entry[],
  views: Map<string, EpisodeView>,
): Promise<void> {
  const missing = listed.filter(({ id }) => !views.has(id));
  const released = missing.filter(({ copy }) => !copy);
  for (const view of await toEpisodeViews(db, released, 'released')) views.set(view.id, view);
  if (missing.length > released.length) await readPlanned(db, all, views);
}

async function readPlanned(
  db: DataSource | EntityManager,
  all: readonly Entry[],
  views: Map<string, EpisodeView>,
): Promise<void> {
  const copies = new Map(all.flatMap(({ id, copy }) => (copy ? [[id, copy] as const] : [])));
  const found = await db.getRepository(Episode).findBy({ id: Any([...copies.keys()]) });
  const byId = new Map(found.map((episode) => [episode.id, episode]));
  const releases = [...copies].flatMap(([id, copy]) => (byId.has(id) ? [{ episode: byId.get(id)!, copy }] : []));
  const slugs = await planAddresses(db, releases);
  for (const view of await toEpisodeViews(db, found, 'working')) {
    const texts = view.texts.map((text) => ({ ...text, slug: slugs.get(`${view.id} ${text.lang}`) ?? text.slug }));
    views.set(view.id, { ...view, texts });
  }
}

interface Dated {
  id: string;
  publishedAt: Date | null;
}

function byNewest(a: Dated, b: Dated): number {
  return Number(b.publishedAt) - Number(a.publishedAt) || (a.id < b.id ? 1 : -1);
}
