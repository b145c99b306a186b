import { type Actor, type Clock, NotFound } from '#libs/kernel';
import { type DataSource, In } from 'typeorm';
import { Upload } from '../upload/upload.entity.js';
import { checkMaySee } from '../upload/upload.policy.js';
import { changeRecording } from './change-recording.js';
import { NothingToDo } from './recording.error.js';
import { Recording } from './recording.entity.js';
import { type RecordingView, type RevisionView, toRevisionView, toUploadView } from './recording.view.js';
import { Revision } from './revision.entity.js';
import { canRetry, isOpen, retryStep } from './revision.state.js';
import { announceStep, notifyProgress } from './revision.writes.js';

/** A revision with what it belongs to, for lists over several shows. */
export interface Job extends RevisionView {
  readonly scope: string;
  readonly recordingId: string;
}

/** How recordings stand, and the two things a person can do about the work on them: try again, and stop. */
export class RecordingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound also for a recording of a show that the actor does not know. */
  async get(actor: Actor, recordingId: string): Promise<RecordingView> {
    const { manager } = this.dataSource;
    const recording = await manager.findOneBy(Recording, { id: recordingId });
    if (!recording) throw new NotFound('This recording');
    checkMaySee(actor, recording.scope);
    const [revisions, upload] = await Promise.all([
      manager.find(Revision, { where: { recordingId }, relations: { renditions: true }, order: { number: 'desc' } }),
      manager.findOne(Upload, { where: { recordingId, purpose: 'recording' }, order: { createdAt: 'desc' } }),
    ]);
    return { recordingId, upload: upload && toUploadView(upload), revisions: revisions.map(toRevisionView) };
  }

  /** One revision with its scope, for progress events; null when it is gone. The caller filters by scope. */
  async findJob(revisionId: string): Promise<Job | null> {
    const revision = await this.dataSource.manager.findOne(Revision, {
      where: { id: revisionId },
      relations: { renditions: true, recording: true },
    });
    return revision && toJob(revision);
  }

  /** Running and last revisions of some shows, newest first. `scopes` undefined: of all. */
  async listJobs(scopes: readonly string[] | undefined, limit = 50): Promise<Job[]> {
    const revisions = await this.dataSource.manager.find(Revision, {
      where: scopes ? { recording: { scope: In(scopes) } } : {},
      relations: { renditions: true, recording: true },
      order: { createdAt: 'desc' },
      take: limit,
    });
    return revisions.map(toJob);
  }

  /**
   * The revision whose sound is played: the one that is asked for, else the newest one for `before` and the newest
   * finished one for `after`. @throws NotFound
   */
  async findPlayable(
    actor: Actor,
    recordingId: string,
    which: 'before' | 'after',
    revisionId?: string,
  ): Promise<Revision> {
    const { manager } = this.dataSource;
    const recording = await manager.findOneBy(Recording, { id: recordingId });
    if (!recording) throw new NotFound('This recording');
    checkMaySee(actor, recording.scope);
    const revision = await manager.findOne(Revision, {
      where: {
        recordingId,
        ...(which === 'after' && { state: 'done' as const }),
        ...(revisionId && { id: revisionId }),
      },
      relations: { renditions: true },
      order: { number: 'desc' },
    });
    if (!revision) throw new NotFound('This sound');
    return revision;
  }

  /**
   * Tries the newest revision again, from the step at which it ended. Somebody asked for it, so it leaves the
   * background. @throws NotFound, Forbidden, NothingToDo
   */
  async retry(actor: Actor, recordingId: string): Promise<void> {
    await changeRecording(this.dataSource, actor, recordingId, async (manager, [newest]) => {
      const { id, state, step: endedAt, errorCode, attempt: last } = newest!;
      if (!canRetry({ state }) || errorCode === 'DIGEST_DIFFERS') throw new NothingToDo(state);
      const attempt = last + 1;
      const step = retryStep(endedAt);
      await manager.update(
        Revision,
        { id },
        {
          ...{ state: 'waiting', step, attempt, progress: null, errorCode: null, errorParams: {} },
          finishedAt: null,
          urgency: 'now',
        },
      );
      await announceStep(manager, step, { revisionId: id, attempt });
      await notifyProgress(manager, newest!);
    });
  }

  /** Stops the work on the newest revision; a running ffmpeg ends within two seconds. @throws NotFound, Forbidden, NothingToDo */
  async cancel(actor: Actor, recordingId: string): Promise<void> {
    await changeRecording(this.dataSource, actor, recordingId, async (manager, [newest]) => {
      if (!isOpen(newest!)) throw new NothingToDo(newest!.state);
      const finishedAt = this.clock.now();
      await manager.update(Revision, { id: newest!.id }, { state: 'cancelled', progress: null, finishedAt });
      await notifyProgress(manager, newest!);
    });
  }
}

function toJob(revision: Revision): Job {
  return { ...toRevisionView(revision), recordingId: revision.recordingId, scope: revision.recording.scope };
}
