import { type Actor, type Clock, EstradeError } from '#libs/kernel';
import { type DataSource, In, MoreThanOrEqual } from 'typeorm';
import { checkMaySee, checkMaySend } from '../upload/upload.policy.js';
import { Revision } from './revision.entity.js';
import { notifyProgress } from './revision.writes.js';
import type { AlsoWrite, RevisionsService } from './revisions.service.js';

/** How many revisions of a batch stand where. */
export interface BatchCount {
  readonly waiting: number;
  readonly running: number;
  readonly done: number;
  readonly failed: number;
}

/** Many recordings of one scope made anew in the background, behind everything that somebody waits for. */
export class BatchesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly revisions: RevisionsService,
    private readonly clock: Clock,
  ) {}

  /** Orders what can be ordered, each with what `also` writes in the same transaction, and answers with how many that are. @throws NotFound, Forbidden */
  async start(actor: Actor, scope: string, recordingIds: readonly string[], also?: AlsoWrite): Promise<number> {
    checkMaySend(actor, scope);
    let started = 0;
    for (const recordingId of recordingIds) {
      try {
        await this.revisions.render(actor, recordingId, { origin: 'order', urgency: 'batch' }, also);
        started += 1;
      } catch (error) {
        // One recording that cannot be made anew does not hold up the others.
        if (!(error instanceof EstradeError && error.status < 500)) throw error;
      }
    }
    return started;
  }

  /** Those ordered at or after a moment. */
  async count(actor: Actor, scope: string, since: Date): Promise<BatchCount> {
    checkMaySee(actor, scope);
    const rows = await this.dataSource.manager
      .createQueryBuilder(Revision, 'revision')
      .innerJoin('revision.recording', 'recording')
      .where({ urgency: 'batch', createdAt: MoreThanOrEqual(since) })
      .andWhere('recording.scope = :scope', { scope })
      .select('revision.state', 'state')
      .addSelect('count(*)::int', 'n')
      .groupBy('revision.state')
      .getRawMany<{ state: string; n: number }>();
    const n = (state: string) => rows.find((row) => row.state === state)?.n ?? 0;
    return { waiting: n('waiting'), running: n('running'), done: n('done'), failed: n('failed') };
  }

  /** Takes back what has not begun. Returns how many. @throws NotFound, Forbidden */
  async withdraw(actor: Actor, scope: string): Promise<number> {
    checkMaySend(actor, scope);
    return this.dataSource.transaction(async (manager) => {
      const waiting = await manager.find(Revision, {
        where: { urgency: 'batch', state: 'waiting', recording: { scope } },
        order: { id: 'asc' },
      });
      const ids = waiting.map(({ id }) => id);
      const finishedAt = this.clock.now();
      await manager.update(Revision, { id: In(ids), state: 'waiting' }, { state: 'cancelled', finishedAt });
      for (const revision of waiting) await notifyProgress(manager, revision);
      return ids.length;
    });
  }
}
