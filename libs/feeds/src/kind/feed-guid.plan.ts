import { isPublicHost, toPodcastGuid } from '#libs/catalog';
import { uuidV5 } from '#libs/kernel';

/** The namespace of podcast:guid (`feed:P12`). */
const namespace = 'ead4c236-bf58-58c6-a2c6-a6b28d128cb6';

/**
 * The podcast:guid of a feed that has no show's or event's: of its address where others can reach that, else of its
 * row. It is stored with the first bytes; until then it is the same however often it is asked for.
 */
export function toFeedGuid(feedUrl: string, feedId: string): string {
  return isPublicHost(new URL(feedUrl).hostname) ? toPodcastGuid(feedUrl) : uuidV5(namespace, feedId);
}
