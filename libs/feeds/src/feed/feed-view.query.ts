import { type Addresses, EpisodeQuery, EventQuery, ShowQuery } from '#libs/catalog';
import type { EntityManager } from 'typeorm';
import { toEventChannel, toShowChannel } from '../channel/show-channel.plan.js';
import type { Feed } from './feed.entity.js';
import type { FeedView } from './feed.view.js';

/** What a feed has to say, read in the caller's snapshot; undefined when its show or event is deleted. */
export async function readFeedView(
  manager: EntityManager,
  feed: Feed,
  addresses: Addresses,
): Promise<FeedView | undefined> {
  const event = feed.kind === 'event' ? await new EventQuery(manager).byId(feed.subjectId) : null;
  if (event === undefined) return undefined;
  const show = await new ShowQuery(manager).byId(event?.showId ?? feed.subjectId);
  if (!show) return undefined;
  const query = new EpisodeQuery(manager);
  return event
    ? { channel: toEventChannel(event, show, addresses), episodes: await query.allOfEvent(event.id) }
    : { channel: toShowChannel(show, addresses), episodes: await query.allOfShow(show.id) };
}
