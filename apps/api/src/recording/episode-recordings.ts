import { Episode, Piece, requireSeeShow, Show } from '#libs/catalog';
import { type Actor, NotFound } from '#libs/kernel';
import { type EntityManager, In, IsNull } from 'typeorm';
import type { EpisodePlace } from './recording.answer.js';

/** Episodes as far as sound is concerned: which recording one has, and whose a recording is. */
export const episodeRecordings = {
  /** @throws NotFound for an episode that is deleted, not in this show, or unknown to the actor (`abuse:A25`). */
  async find(
    manager: EntityManager,
    actor: Actor,
    showId: string,
    episodeId: string,
  ): Promise<{ recordingId: string | null }> {
    requireSeeShow(actor, showId);
    const episode = await manager.findOneBy(Episode, { id: episodeId, showId, deletedAt: IsNull() });
    if (!episode) throw new NotFound('This episode');
    return { recordingId: episode.recordingId };
  },

  /** @throws NotFound for a show that is deleted, or that the actor does not know. */
  async requireShow(manager: EntityManager, actor: Actor, showId: string): Promise<void> {
    requireSeeShow(actor, showId);
    if (!(await manager.existsBy(Show, { id: showId, deletedAt: IsNull() }))) throw new NotFound('This show');
  },

  /** As `find`, and the row stays as it is until the transaction ends: two files dropped at once become two revisions of one recording. */
  async lock(
    manager: EntityManager,
    actor: Actor,
    showId: string,
    episodeId: string,
  ): Promise<{ recordingId: string | null }> {
    await manager.findOne(Episode, { where: { id: episodeId }, lock: { mode: 'pessimistic_write' } });
    return episodeRecordings.find(manager, actor, showId, episodeId);
  },

  async link(manager: EntityManager, episodeId: string, recordingId: string): Promise<void> {
    await manager.update(Episode, { id: episodeId }, { recordingId });
  },

  /** Episode and title by recording, for lists; a piece of a show has its name. A recording of neither is left out. */
  async placesOf(
    manager: EntityManager,
    recordingIds: readonly string[],
  ): Promise<Map<string, EpisodePlace & { title: string }>> {
    const episodes = await manager.find(Episode, {
      where: { recordingId: In(recordingIds) },
      relations: { copies: { texts: true } },
    });
    const pieces = await manager.findBy(Piece, { recordingId: In(recordingIds) });
    return new Map<string, EpisodePlace & { title: string }>([
      ...pieces.map(
        ({ showId, recordingId, name }) => [recordingId, { episodeId: null, showId, title: name }] as const,
      ),
      ...episodes.map(({ id, showId, recordingId, copies }) => {
        const texts = copies.find(({ kind }) => kind === 'working')?.texts ?? [];
        const title = texts.find((text) => text.title)?.title ?? '';
        return [recordingId!, { episodeId: id, showId, title }] as const;
      }),
    ]);
  },
};
