import { announce, notify } from '#libs/database';
import type { EntityManager } from 'typeorm';
import type { Episode } from './episode.entity.js';

/** `eventId` is null unless it is a talk. */
export interface EpisodeFact {
  episodeId: string;
  showId: string;
  eventId: string | null;
}

export const episodeFacts = {
  published: 'episode.published',
  updated: 'episode.updated',
  unpublished: 'episode.unpublished',
  deleted: 'episode.deleted',
  restored: 'episode.restored',
  /** What subscribers heard first is open to everybody. */
  opened: 'episode.opened',
  expired: 'episode.expired',
} as const;

/**
 * What will go out by itself, or when, is another than before: a plan, or what a planned episode says. An `EpisodeFact`;
 * nothing that listeners see has changed.
 */
export const episodePlanned = 'episode.planned';

/** Says so, if the transaction commits, of an episode that is or was planned. */
export async function announcePlan(
  manager: EntityManager,
  { id, showId, eventId }: Pick<Episode, 'id' | 'showId' | 'eventId'>,
): Promise<void> {
  await announce(manager, episodePlanned, { episodeId: id, showId, eventId });
}

/** The working copy, or its show, may want other tags, chapters or a cover in the file. Nothing that listeners see has changed. */
export const episodeEdited = 'episode.edited';

export interface EpisodeEdited {
  episodeId: string;
  recordingId: string;
}

/** Says so, if the transaction commits; without a recording there is no file. Of a planned episode it is also a new plan. */
export async function announceEdit(
  manager: EntityManager,
  episode: Pick<Episode, 'id' | 'showId' | 'eventId' | 'recordingId' | 'state' | 'isAnnounced'>,
): Promise<void> {
  const { id, recordingId, state, isAnnounced, showId, eventId } = episode;
  // Its page before the release shows the working copy.
  if (isAnnounced && state !== 'published') await notify(manager, 'estrade_pages', { showId, eventId });
  if (recordingId) await announce(manager, episodeEdited, { episodeId: id, recordingId });
  if (state === 'scheduled') await announcePlan(manager, episode);
}

/** Says, if the transaction commits, what happened to an episode; page caches of its show and event hear it at once. */
export async function announceEpisode(
  manager: EntityManager,
  name: keyof typeof episodeFacts,
  episode: Pick<Episode, 'id' | 'showId' | 'eventId'>,
): Promise<void> {
  const payload: EpisodeFact = { episodeId: episode.id, showId: episode.showId, eventId: episode.eventId };
  await announce(manager, episodeFacts[name], { ...payload });
  await notify(manager, 'estrade_pages', { showId: episode.showId, eventId: episode.eventId });
}
