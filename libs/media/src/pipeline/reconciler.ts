import type { QueueBackend } from '#libs/queue';
import type { Clock } from '#libs/kernel';
import { type DataSource, In, LessThan, MoreThan } from 'typeorm';
import { announceAlternates } from '../alternate/alternate.writes.js';
import { readyToMake } from '../alternate/alternates.plan.js';
import { ProcessingFailed } from '../recording/recording.error.js';
import { Revision } from '../recording/revision.entity.js';
import type { WorkStep } from '../recording/revision.state.js';
import { announceStep, failRevision, readStepPayload } from '../recording/revision.writes.js';
import type { SoundReport } from '../recording/sound-report.js';
import { alternateJob, jobOfStep } from './step.jobs.js';
import type { WorkFolders } from './work-folder.js';

/** A running step writes its row twice a second; an announcement becomes a job within a second or two. */
const quietMs = 30_000;
/** A large file may take that long to reach the storage, while nothing moves in the folder. */
const abandonedMs = 3_600_000;
/** Of a run that nobody waits for any more. */
const unwantedMs = 300_000;
const alternatesMs = 48 * 3_600_000;

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
    announced.push(...(await this.announceAlternates(new Date(now - alternatesMs), before)));
    await this.collectFolders(now);
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

  /** Files beside an MP3 that are still to be made, while the queue knows nothing of them. */
  private async announceAlternates(since: Date, before: Date): Promise<string[]> {
    const { manager } = this.dataSource;
    const revisions = await manager
      .createQueryBuilder(Revision, 'revision')
      .leftJoinAndSelect('revision.recording', 'recording')
      .where({ state: 'done', finishedAt: MoreThan(since), updatedAt: LessThan(before) })
      .andWhere(`revision.report->'alternates' @> '[{"state": "waiting"}]'`)
      .getMany();
    const announced: string[] = [];
    for (const revision of revisions) {
      const { id: revisionId, urgency, recording } = revision;
      if (await this.isStillInOutbox(revisionId)) continue;
      const kinds = readyToMake((revision.report as SoundReport).alternates ?? []);
      const known = await Promise.all(
        kinds.map((kind) => this.backend.find(alternateJob, { revisionId, kind, urgency, scope: recording.scope })),
      );
      const lost = kinds.filter((_, i) => !known[i]);
      if (lost.length === 0) continue;
      await this.dataSource.transaction((inside) => announceAlternates(inside, revision, lost));
      announced.push(revisionId);
    }
    return announced;
  }

  /** What killed runs left and nobody will do again: at once where nobody waits for it, else when it is old. */
  private async collectFolders(now: number): Promise<void> {
    const untouched = await this.folders.listUntouched(new Date(now - unwantedMs));
    if (untouched.length === 0) return;
    const idOf = (name: string) => name.slice(0, 36);
    const ids = untouched.map(idOf).filter((id) => /^[0-9a-f-]{36}$/.test(id));
    const where = { id: In(ids), state: In(['waiting', 'running', 'done']) };
    const wanted = new Set(
      (await this.dataSource.manager.find(Revision, { where, select: { id: true } })).map(({ id }) => id),
    );
    await this.folders.remove(untouched.filter((name) => !wanted.has(idOf(name))));
    await this.folders.remove(await this.folders.listUntouched(new Date(now - abandonedMs)));
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
