import { releaseFile } from '#libs/media';
import type { EntityManager } from 'typeorm';
import type { Addresses } from '../address/addresses.js';
import { assignAddresses } from '../address/episode-addresses.js';
import { Event } from '../event/event.entity.js';
import { toPodcastGuid } from '../show/podcast-guid.plan.js';
import { Show } from '../show/show.entity.js';
import { type Blocker, findBlockers } from './blockers.plan.js';
import { releaseCopy } from './copy-tree.js';
import { freezeBiographies } from './freeze-biographies.js';
import { loadWorking, readAudio } from './episode-rows.js';
import type { EpisodeCopy } from './episode-copy.entity.js';
import { EpisodeBeingTagged } from './episode.error.js';
import { Episode } from './episode.entity.js';
import { announceEpisode, type episodeFacts } from './episode.facts.js';
import { readRenderOrder } from './render-order.js';
import type { Standing } from './episode.state.js';

/** What keeps the working copy from being published; empty when it may go out. */
export async function readBlockers(manager: EntityManager, episode: Episode): Promise<Blocker[]> {
  const copy = await loadWorking(manager, episode.id);
  const show = await manager.findOneByOrFail(Show, { id: episode.showId });
  return findBlockers(copy, show, await readAudio(manager, episode, copy));
}

/**
 * Copies the working copy over the released one, with addresses, state and fact, and freezes its file, all in the
 * caller's transaction. @throws EpisodeBeingTagged while the file does not say yet what is being released.
 */
export async function release(
  manager: EntityManager,
  addresses: Addresses,
  episode: Episode,
  standing: Standing,
  fact: keyof typeof episodeFacts,
  now: Date,
): Promise<void> {
  const working = await loadWorking(manager, episode.id);
  await freezeFile(manager, episode, working, { date: standing.publishedAt!, now });
  await freezeBiographies(manager, working);
  const released = await releaseCopy(manager, working);
  await manager.update(Episode, { id: episode.id }, { ...standing, windowsToldAt: now });
  await assignAddresses(manager, episode, released);
  await freezeGuids(manager, addresses, episode);
  await announceEpisode(manager, fact, episode);
}

/** `date`: the release's, which may be long past when it is updated. */
async function freezeFile(
  manager: EntityManager,
  episode: Episode,
  { revisionId }: EpisodeCopy,
  { date, now }: { date: Date; now: Date },
): Promise<void> {
  const { recordingId } = episode;
  if (!revisionId || !recordingId) return;
  const order = await readRenderOrder(manager, { ...episode, recordingId }, date);
  if (!(await releaseFile(manager, revisionId, order, now))) throw new EpisodeBeingTagged();
}

/** The feeds of show and event get their podcast:guid with the first release, or with its plan, and keep it for life (`feed:P12`). */
export async function freezeGuids(
  manager: EntityManager,
  addresses: Addresses,
  episode: Pick<Episode, 'showId' | 'eventId'>,
): Promise<void> {
  const show = await manager.findOneByOrFail(Show, { id: episode.showId });
  if (!show.podcastGuid) {
    const podcastGuid = toPodcastGuid(addresses.showFeed(show.slug));
    await manager.query('update shows set podcast_guid = $1 where id = $2 and podcast_guid is null', [
      podcastGuid,
      show.id,
    ]);
  }
  const event = episode.eventId ? await manager.findOneBy(Event, { id: episode.eventId }) : null;
  if (event && !event.podcastGuid) {
    const podcastGuid = toPodcastGuid(addresses.eventFeed(event.slug));
    await manager.query('update events set podcast_guid = $1 where id = $2 and podcast_guid is null', [
      podcastGuid,
      event.id,
    ]);
  }
}
