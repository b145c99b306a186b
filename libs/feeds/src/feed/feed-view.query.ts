import { EpisodeQuery, EventQuery, ShowQuery } from '#libs/catalog';
import type { EntityManager } from 'typeorm';
import type { Feed } from './feed.entity.js';
import type { FeedView } from './feed.view.js';

/** What a feed has to say, read in the caller's snapshot; undefined when its show or event is deleted. */
export async function readFeedView(manager: EntityManager, feed: Feed): Promise<FeedView | undefined> {
  const event = feed.kind === 'event' ? await new EventQuery(manager).byId(feed.subjectId) : null;
  if (event === undefined) return undefined;
  const show = await new ShowQuery(manager).byId(event?.showId ?? feed.subjectId);
  if (!show) return undefined;
  const query = new EpisodeQuery(manager);
  return { show, event, episodes: event ? await query.allOfEvent(event.id) : await query.allOfShow(show.id) };
}
