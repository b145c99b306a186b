import type { Clock } from '#libs/kernel';
import { type DataSource, type FindOptionsWhere, In, MoreThan } from 'typeorm';
import { laneOf } from '../recording/lane.plan.js';
import type { Job } from '../recording/recordings.service.js';
import { toRevisionView } from '../recording/recording.view.js';
import { Revision } from '../recording/revision.entity.js';
import { type Estimate, estimate } from './estimate.plan.js';
import { findPositions } from './positions.js';
import { readPaces } from './step-times.js';
import { findWorkers, type WorkerHealth } from './workers.js';

/** What can be told about work that is still to be done. */
export interface WorkOutlook {
  /** How many recordings are worked on before this one; null: its turn has come, or it is none of the waiting. */
  readonly ahead: number | null;
  readonly estimate: Estimate | null;
}

/** How many recordings of one scope, of those made anew in the background, stand where; within the last day. */
export interface Batch {
  readonly scope: string;
  readonly waiting: number;
  readonly running: number;
  readonly done: number;
  readonly failed: number;
}

/** Undefined: of all. */
export type Scopes = readonly string[] | undefined;

const day = 24 * 3600_000;
const most = 50;
const open = In(['waiting', 'running']);

/** Everything that is worked on, or was lately: for lists over several shows. Whoever asks filters by scope. */
export class WorkService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * What somebody waits for, what runs or failed in the background, and what has ended, newest first. Of a batch, what
   * waits or is done is told by `batches` alone.
   */
  async list(scopes: Scopes): Promise<Job[]> {
    const week = new Date(this.clock.now().getTime() - 7 * day);
    const [waitedFor, background, ended] = await Promise.all([
      this.find(scopes, { urgency: 'now', state: open }, 4 * most),
      this.find(scopes, { urgency: 'batch', state: In(['running', 'failed']), updatedAt: MoreThan(week) }),
      this.find(scopes, { urgency: 'now', state: In(['needs-you', 'done', 'failed', 'cancelled']) }),
    ]);
    return [...waitedFor, ...background, ...ended];
  }

  async batches(scopes: Scopes): Promise<Batch[]> {
    const rows = await this.dataSource.manager
      .createQueryBuilder(Revision, 'revision')
      .innerJoin('revision.recording', 'recording')
      .where(`revision.urgency = 'batch'`)
      .andWhere(`(revision.state in ('waiting', 'running') or revision.updatedAt > :since)`, {
        since: new Date(this.clock.now().getTime() - day),
      })
      .andWhere(scopes ? 'recording.scope = any(:scopes)' : 'true', { scopes })
      .select(['recording.scope as scope', 'revision.state as state', 'count(*)::int as n'])
      .groupBy('recording.scope')
      .addGroupBy('revision.state')
      .getRawMany<{ scope: string; state: string; n: number }>();
    return [...new Set(rows.map(({ scope }) => scope))].map((scope) => {
      const n = (state: string) => rows.find((row) => row.scope === scope && row.state === state)?.n ?? 0;
      return { scope, waiting: n('waiting'), running: n('running'), done: n('done'), failed: n('failed') };
    });
  }

  /** By revision; only of open ones. Two small queries, whatever their number. */
  async outlook(revisionIds: readonly string[]): Promise<Map<string, WorkOutlook>> {
    const { manager } = this.dataSource;
    const where = { id: In(revisionIds), state: open };
    const revisions = revisionIds.length > 0 ? await manager.find(Revision, { where, select: openColumns }) : [];
    if (revisions.length === 0) return new Map();
    const isWaiting = revisions.some(({ state }) => state === 'waiting');
    const [paces, positions] = await Promise.all([
      readPaces(manager),
      isWaiting ? findPositions(manager) : new Map<string, number>(),
    ]);
    return new Map(
      revisions.map((revision) => [
        revision.id,
        {
          ahead: revision.state === 'waiting' ? (positions.get(revision.id) ?? null) : null,
          estimate: estimate({ ...revision, lane: laneOf(revision) }, paces),
        },
      ]),
    );
  }

  workers(): Promise<WorkerHealth> {
    return findWorkers(this.dataSource, this.clock.now());
  }

  private async find(scopes: Scopes, where: FindOptionsWhere<Revision>, take = most): Promise<Job[]> {
    const revisions = await this.dataSource.manager.find(Revision, {
      where: { ...where, ...(scopes && { recording: { scope: In(scopes) } }) },
      relations: { renditions: true, recording: true },
      order: { createdAt: 'desc' },
      take,
    });
    return revisions.map((revision) => ({
      ...toRevisionView(revision),
      ...{ recordingId: revision.recordingId, scope: revision.recording.scope },
    }));
  }
}

const openColumns = {
  ...{ id: true, state: true, step: true, progress: true, origin: true },
  ...{ durationMs: true, originalBytes: true, originalName: true },
} as const;
