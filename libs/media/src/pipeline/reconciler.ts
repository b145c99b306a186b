import type { QueueBackend } from '#libs/queue';
import type { Clock } from '#libs/kernel';
import { type DataSource, In, LessThan } from 'typeorm';
import { ProcessingFailed } from '../recording/recording.error.js';
import { Revision } from '../recording/revision.entity.js';
import type { WorkStep } from '../recording/revision.state.js';
import { announceStep, failRevision, readStepPayload } from '../recording/revision.writes.js';
import { jobOfStep } from './step.jobs.js';
import type { WorkFolders } from './work-folder.js';

/** A running step writes its row twice a second; an announcement becomes a job within a second or two. */
const quietMs = 30_000;
const abandonedFolderMs = 3_600_000;

/**
 * Compares rows with the queue: Postgres is the truth, and a queue may be lost (`fault:F01`, `fault:F30`). A row
 * whose job is gone is announced again; a row whose job was parked is failed, so that nothing waits for ever.
 */
export class Reconciler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly backend: QueueBackend,
    private readonly folders: WorkFolders,
    private readonly clock: Clock,
  ) {}

  /** Looks once. Returns the ids of the revisions that were mended, and of those that were given up. */
  async reconcile(): Promise<{ announced: string[]; failed: string[] }> {
    const now = this.clock.now().getTime();
    const before = new Date(now - quietMs);
    const quiet = await this.dataSource.manager.find(Revision, {
      where: { state: In(['waiting', 'running']), updatedAt: LessThan(before) },
      order: { updatedAt: 'asc' },
      take: 500,
    });
    const announced: string[] = [];
    const failed: string[] = [];
    for (const revision of quiet) {
      const found = await this.lookUp(revision);
      if (found === 'lost' && (await this.announceAgain(revision, before))) announced.push(revision.id);
      if (found === 'parked') {
        await this.fail(revision.id, revision.step);
        failed.push(revision.id);
      }
    }
    await this.folders.collect(new Date(now - abandonedFolderMs));
    return { announced, failed };
  }

  /** The queue gave a job up (it killed its worker too often, or all tries failed): the row says so (`fault:F30`). */
  async onParked(name: string, payload: unknown): Promise<void> {
    const job = Object.values(jobOfStep).find((each) => each.name === name);
    if (!job) return;
    const { revisionId, attempt } = job.payload.parse(payload);
    const revision = await this.dataSource.manager.findOneBy(Revision, { id: revisionId, attempt });
    if (revision && `media.${revision.step}` === name) await this.fail(revisionId, revision.step);
  }

  private async lookUp(revision: Revision): Promise<'lost' | 'parked' | 'fine'> {
    const definition = jobOfStep[revision.step as WorkStep];
    const asked = { revisionId: revision.id, attempt: revision.attempt };
    const payload = await readStepPayload(this.dataSource.manager, asked);
    if (!payload) return 'fine';
    const known = await this.backend.find(definition, payload);
    if (known) return known.isParked ? 'parked' : 'fine';
    return (await this.isStillInOutbox(revision.id)) ? 'fine' : 'lost';
  }

  private async isStillInOutbox(revisionId: string): Promise<boolean> {
    const rows = (await this.dataSource.query(
      `select 1 from outbox where relayed_at is null and payload->>'revisionId' = $1 limit 1`,
      [revisionId],
    )) as unknown[];
    return rows.length > 0;
  }

  /** Only if the row has stayed as it was read; its time of change moves, so that the next look leaves it alone. */
  private async announceAgain({ id, step, attempt, state }: Revision, before: Date): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const { affected } = await manager.update(
        Revision,
        { id, step, attempt, state, updatedAt: LessThan(before) },
        { state: 'waiting' },
      );
      if (affected) await announceStep(manager, step as WorkStep, { revisionId: id, attempt });
      return Boolean(affected);
    });
  }

  private async fail(id: string, step: string): Promise<void> {
    await this.dataSource.transaction((manager) =>
      failRevision(manager, id, new ProcessingFailed(step), this.clock.now()),
    );
  }
}
