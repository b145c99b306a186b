import { readPieceOrder } from '../sound/piece-order.js';
import { toUntouched } from '../sound/sound-settings.plan.js';
import { type Actor, type Clock, NotFound } from '#libs/kernel';
import { type AskingRevision, Recording, type RenderOrder, Revision, type WantedWords } from '#libs/media';
import { type DataSource, type EntityManager, IsNull, Not } from 'typeorm';
import { correctDraft } from './draft-correction.js';
import { EpisodeCopy } from './episode-copy.entity.js';
import { loadWorking, lockEpisode } from './episode-rows.js';
import { Episode } from './episode.entity.js';
import { requireEditEpisode } from './episode.policy.js';
import { edit } from './episode.state.js';
import { announceEdit, announceEpisode, announcePlan } from './episode.facts.js';
import { moveChapters } from '../sound/move-chapters.js';
import { moveMoments } from '../sound/move-moments.js';
import { moveSoundbites } from '../sound/move-soundbites.js';
import { keepRelease } from './release-with.js';
import { readRenderOrder } from './render-order.js';

/** Where episodes and recordings meet. Media knows no episode; this lib points down to it. */
export class EpisodeMediaService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Gives an episode its recording, once; more uploads become revisions of it. @throws NotFound unless its scope is the show. */
  async useRecording(actor: Actor, showId: string, episodeId: string, recordingId: string): Promise<void> {
    requireEditEpisode(actor, showId);
    await this.db.transaction(async (manager) => {
      const episode = await lockEpisode(manager, showId, episodeId);
      if (episode.recordingId === recordingId) return;
      if (!(await manager.existsBy(Recording, { id: recordingId, scope: showId })))
        throw new NotFound('This recording');
      await manager.update(Episode, { id: episodeId }, { recordingId });
    });
  }

  /**
   * `asset.ready`: the working copy plays the new revision, its chapters, soundbites and other moments move along, and open proposals are corrected from the probe's tags.
   * What is published keeps its sound until *Update*. Twice, late or for an episode that is gone: nothing happens.
   */
  async attachRevision(recordingId: string, revisionId: string): Promise<void> {
    await this.db.transaction(async (manager) => {
      const episode = await lockByRecording(manager, recordingId);
      const revision = await manager.findOneBy(Revision, { id: revisionId, recordingId });
      if (!episode || !revision) return;
      const copy = await loadWorking(manager, episode.id);
      if (copy.revisionId === revisionId || (await isOlder(manager, revision, copy.revisionId))) return;
      await manager.update(EpisodeCopy, { id: copy.id }, { revisionId });
      await moveChapters(manager, copy, revisionId);
      await moveSoundbites(manager, copy, revisionId);
      await moveMoments(manager, copy, revisionId);
      const { hasUnreleasedChanges } = edit(episode);
      const releaseWith = await keepRelease(manager, episode, revisionId);
      await manager.update(Episode, { id: episode.id }, { hasUnreleasedChanges, releaseWith } as Partial<Episode>);
      if (episode.state === 'draft' || episode.state === 'scheduled')
        await correctDraft(manager, episode, copy, revision);
      await announceEdit(manager, episode);
    });
  }

  /**
   * `rendition.ready`, or other tags in a file: when listeners have this revision, pages and feeds announce its new file;
   * when they are to get it, what was made ready for that moment is made anew.
   */
  async announceFile(recordingId: string, revisionId: string): Promise<void> {
    await this.db.transaction(async (manager) => {
      const episode = await lockByRecording(manager, recordingId);
      if (!episode || episode.deletedAt || (episode.state !== 'published' && episode.state !== 'scheduled')) return;
      const kind = episode.state === 'published' ? 'released' : 'working';
      if (!(await manager.existsBy(EpisodeCopy, { episodeId: episode.id, kind, revisionId }))) return;
      if (kind === 'working') await announcePlan(manager, episode);
      else await announceEpisode(manager, 'updated', episode);
    });
  }

  /**
   * What is to be made of a recording, from the working copy and the settings as they are now; a piece of a show's
   * library is only measured, and made as usual. @throws NotFound when nobody has it.
   */
  async renderOrder(recordingId: string, revision?: Pick<AskingRevision, 'origin'>): Promise<RenderOrder> {
    const { manager } = this.db;
    const episode = await manager.findOneBy(Episode, { recordingId, purgedAt: IsNull() });
    if (!episode) return readPieceOrder(manager, recordingId, this.clock.now());
    const order = await readRenderOrder(manager, { ...episode, recordingId }, this.clock.now());
    return revision?.origin === 'original' ? toUntouched(order) : order;
  }

  /** What the files of working copies should say by now: of one recording, or of all that a show has. */
  async wantedWords(of: { recordingId: string } | { showId: string }): Promise<WantedWords[]> {
    const { manager } = this.db;
    const where = { recordingId: Not(IsNull()), ...of, purgedAt: IsNull() };
    const wanted: WantedWords[] = [];
    for (const episode of await manager.findBy(Episode, where)) {
      const { revisionId } = await loadWorking(manager, episode.id);
      if (!revisionId) continue;
      const order = await readRenderOrder(manager, { ...episode, recordingId: episode.recordingId! }, this.clock.now());
      wanted.push({ revisionId, order });
    }
    return wanted;
  }
}

async function lockByRecording(manager: EntityManager, recordingId: string): Promise<Episode | null> {
  return manager.findOne(Episode, {
    where: { recordingId, purgedAt: IsNull() },
    lock: { mode: 'pessimistic_write' },
  });
}

async function isOlder(manager: EntityManager, revision: Revision, currentId: string | null): Promise<boolean> {
  const current = currentId ? await manager.findOneBy(Revision, { id: currentId }) : null;
  return current !== null && current.recordingId === revision.recordingId && current.number > revision.number;
}
