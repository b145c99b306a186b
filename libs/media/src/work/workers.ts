import { type Clock, newId } from '#libs/kernel';
import { type DataSource, LessThan, MoreThanOrEqual } from 'typeorm';
import { WorkerRow } from './worker.entity.js';

/** How often a worker gives a sign. */
export const signMs = 10_000;
const aliveMs = 3 * signMs;
const forgottenMs = 24 * 3600_000;

/** The signs of life that one worker process gives. */
export class SignOfLife {
  private readonly id: string;
  private readonly startedAt: Date;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    this.startedAt = clock.now();
    this.id = newId(this.startedAt.getTime());
  }

  /** To be called every `signMs`. Workers that have been silent for a day are forgotten. */
  async give(): Promise<void> {
    const seenAt = this.clock.now();
    const { manager } = this.dataSource;
    await manager.upsert(WorkerRow, { id: this.id, startedAt: this.startedAt, seenAt }, ['id']);
    await manager.delete(WorkerRow, { seenAt: LessThan(new Date(seenAt.getTime() - forgottenMs)) });
  }

  /** An orderly end is no silence. */
  async end(): Promise<void> {
    await this.dataSource.manager.delete(WorkerRow, { id: this.id });
  }
}

/** Whether anybody works: how many workers gave a sign in the last half minute, and when the last sign was. */
export interface WorkerHealth {
  readonly alive: number;
  readonly seenAt: Date | null;
}

export async function findWorkers({ manager }: DataSource, now: Date): Promise<WorkerHealth> {
  const alive = await manager.countBy(WorkerRow, { seenAt: MoreThanOrEqual(new Date(now.getTime() - aliveMs)) });
  const [last] = await manager.find(WorkerRow, { order: { seenAt: 'desc' }, take: 1 });
  return { alive, seenAt: last?.seenAt ?? null };
}
