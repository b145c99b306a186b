import { type Addresses, ShowQuery } from '#libs/catalog';
import type { EntityManager } from 'typeorm';
import type { FeedKind } from './feed.entity.js';

/** A feed as whoever tells others of its changes has to know it. */
export interface ToldFeed {
  feedId: string;
  kind: FeedKind;
  /** Undefined until its bytes exist, and where it is secret. */
  url: string | undefined;
  /** podcast:medium. */
  medium: string;
  /** The show's switch; of a feed over several shows, that of all of them. */
  isSwitchedOn: boolean;
  isGone: boolean;
  hasMoved: boolean;
}

interface Row {
  kind: FeedKind;
  path: string | null;
  isGone: boolean;
  hasMoved: boolean;
  hubs: string[];
  showId: string | null;
}

/** Undefined when there is no such feed, or its show is deleted for good. */
export async function readToldFeed(
  manager: EntityManager,
  feedId: string,
  addresses: Addresses,
): Promise<ToldFeed | undefined> {
  const [row]: [Row?] = await manager.query(
    `select f.kind, f.path, f.gone_at is not null as "isGone", coalesce(f.moved_to, '') <> '' as "hasMoved", f.hubs,
       case when f.kind in ('event', 'track') then (select show_id from events where id = f.subject_id)
         when f.kind = 'series' then (select show_id from series where id = f.subject_id)
         when f.kind in ('person', 'tag', 'personal') then null else f.subject_id end as "showId"
     from feeds f where f.id = $1`,
    [feedId],
  );
  if (!row) return undefined;
  const { kind, path, isGone, hasMoved, hubs, showId } = row;
  const said = { feedId, kind, url: path ? addresses.origin + path : undefined, isGone };
  // What several shows share was built with the hubs that all of them allow.
  if (!showId) return { ...said, medium: 'podcast', isSwitchedOn: hubs.length > 0, hasMoved };
  const show = await new ShowQuery(manager).byId(showId);
  if (!show) return { ...said, medium: 'podcast', isSwitchedOn: false, isGone: true, hasMoved };
  const { push, movedTo, medium } = show.feed;
  return {
    ...said,
    medium: kind === 'video' && medium === 'podcast' ? 'video' : medium,
    isSwitchedOn: push,
    hasMoved: hasMoved || (kind === 'show' && movedTo !== ''),
  };
}
