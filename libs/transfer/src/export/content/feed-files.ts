import type { EpisodeView } from '#libs/catalog';
import { buildFeedXml, type ChannelView, toEventChannel, toShowChannel } from '#libs/feeds';
import type { ArchiveFile } from '../archive/archive-file.js';
import type { ArchiveView } from '../archive-view.query.js';
import type { StaticAddresses } from '../site/static-addresses.js';

/**
 * `feed.xml` of the show, whole, and one of each event: the same guids, dates, lengths and words as on the instance, under
 * the addresses of the new house.
 */
export function* toFeedFiles(view: ArchiveView, addresses: StaticAddresses): Generator<ArchiveFile> {
  const { show, episodes, events } = view;
  yield toFeed(addresses, toShowChannel(show, addresses), episodes);
  for (const event of events) {
    const talks = episodes.filter((episode) => episode.event?.id === event.id);
    yield toFeed(addresses, toEventChannel(event, show, addresses), talks);
  }
}

function toFeed(addresses: StaticAddresses, channel: ChannelView, episodes: EpisodeView[]): ArchiveFile {
  const at = newestChange(episodes);
  // Here it has arrived, and there are no hubs that anybody tells of changes.
  const settled = { ...channel, hubs: [], feed: { ...channel.feed, movedTo: '', push: false } };
  return {
    path: addresses.file(channel.feedUrl),
    at,
    content: async () => buildFeedXml({ channel: settled, episodes }, addresses, at).xml,
  };
}

/** When something that readers see last changed; the epoch for nothing. */
export function newestChange(episodes: readonly EpisodeView[]): Date {
  const times = episodes.flatMap(({ updatedAt, publishedAt }) => [Number(updatedAt), Number(publishedAt)]);
  return new Date(times.reduce((newest, time) => Math.max(newest, time), 0));
}
