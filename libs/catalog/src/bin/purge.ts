import { type DataSource, IsNull } from 'typeorm';
import { Clip } from '../clip/clip.entity.js';
import { EpisodeChange } from '../episode/episode-change.entity.js';
import { EpisodeCopy } from '../episode/episode-copy.entity.js';
import { Episode } from '../episode/episode.entity.js';
import { EventText } from '../event/event-text.entity.js';
import { Event } from '../event/event.entity.js';
import type { EpisodeFile } from '../file/episode-file.js';
import { GuestLink } from '../guest-link/guest-link.entity.js';
import { Quote } from '../quote/quote.entity.js';
import { ShowText } from '../show/show-text.entity.js';
import { Show } from '../show/show.entity.js';
import { SeriesText } from '../series/series-text.entity.js';
import { Series } from '../series/series.entity.js';
import { Piece } from '../sound/piece.entity.js';
import { Subscriber } from '../subscriber/subscriber.entity.js';

/** Removes files for good; asking twice is no error. Media's business, asked before the rows forget the names. */
export interface Eraser {
  removeRecording(recordingId: string): Promise<void>;
  removeImage(key: string): Promise<void>;
  /** All files whose key begins so. */
  removeFiles(prefix: string): Promise<void>;
}

/** Files first: if this stops halfway, the row still names what is left, and the next run goes on. */
export async function purgeEpisode(db: DataSource, eraser: Eraser, episode: Episode, now: Date): Promise<void> {
  const copies = await db.getRepository(EpisodeCopy).findBy({ episodeId: episode.id });
  if (episode.recordingId) await eraser.removeRecording(episode.recordingId);
  for (const key of new Set(copies.flatMap((copy) => copy.coverKey ?? []))) await eraser.removeImage(key);
  await removeFiles(db, eraser, episode.id, copies);
  await db.transaction(async (manager) => {
    await manager.delete(EpisodeCopy, { episodeId: episode.id });
    await manager.delete(EpisodeChange, { episodeId: episode.id });
    // What people said of themselves, agreed to and asked for goes with their links; so do the words of the sound.
    for (const entity of [Clip, Quote, GuestLink]) await manager.delete(entity, { episodeId: episode.id });
    const deletedAt = episode.deletedAt ?? now;
    await manager.update(Episode, { id: episode.id }, { purgedAt: now, deletedAt, recordingId: null });
  });
}

/** Also those that were taken out long ago: earlier saves still name their previews. */
async function removeFiles(
  db: DataSource,
  eraser: Eraser,
  episodeId: string,
  copies: readonly EpisodeCopy[],
): Promise<void> {
  const changes = await db.getRepository(EpisodeChange).findBy({ episodeId, fieldGroup: 'files' });
  const files = [...copies.map(({ files }) => files), ...changes.map(({ before }) => before as EpisodeFile[])].flat();
  if (files.length === 0) return;
  for (const key of new Set(files.flatMap(({ previewKey }) => previewKey ?? []))) await eraser.removeImage(key);
  await eraser.removeFiles(`file/${episodeId}/`);
}

export async function purgeShow(db: DataSource, eraser: Eraser, show: Show, now: Date): Promise<void> {
  const episodes = await db.getRepository(Episode).findBy({ showId: show.id, purgedAt: IsNull() });
  for (const episode of episodes) await purgeEpisode(db, eraser, episode, now);
  const pieces = await db.getRepository(Piece).findBy({ showId: show.id });
  for (const { recordingId } of pieces) await eraser.removeRecording(recordingId);
  if (show.coverKey) await eraser.removeImage(show.coverKey);
  await db.transaction(async (manager) => {
    for (const { id } of await manager.findBy(Event, { showId: show.id })) {
      await manager.delete(EventText, { eventId: id });
      await manager.update(Event, { id }, { deletedAt: now, place: '' });
    }
    for (const { id } of await manager.findBy(Series, { showId: show.id })) {
      await manager.delete(SeriesText, { seriesId: id });
      await manager.update(Series, { id }, { deletedAt: now });
    }
    await manager.delete(Subscriber, { showId: show.id });
    await manager.delete(ShowText, { showId: show.id });
    const forgotten = {
      author: '',
      ownerEmail: '',
      copyright: '',
      coverKey: null,
      coverWidth: null,
      hostIds: [],
      feed: {},
    };
    await manager.update(Show, { id: show.id }, { ...forgotten, purgedAt: now });
  });
}
