import { type Beat, startBeat } from '#libs/queue';
import type { DataSource } from 'typeorm';
import { Revision } from '../recording/revision.entity.js';
import { shareOfWhole, type WorkStep } from '../recording/revision.state.js';
import { notifyProgress } from '../recording/revision.writes.js';

const intervalMs = 500;

/**
 * Writes how far a step is, at most twice a second and never falling, and how far the whole has ever been; thereby notices that the row
 * no longer waits for this run: then `overtaken` is aborted. The row's time of change is the sign of life
 * that the reconciler looks at.
 */
export class ProgressWriter {
  private readonly controller = new AbortController();
  private readonly beat: Beat;
  private done: number | null = null;
  private written: number | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly revision: Pick<Revision, 'id' | 'recordingId' | 'uploadId' | 'attempt'>,
    private readonly step: WorkStep,
  ) {
    this.beat = startBeat(intervalMs, () => this.write());
  }

  get overtaken(): AbortSignal {
    return this.controller.signal;
  }

  /** 0 to 1, as measured. */
  report(done: number): void {
    this.done = Math.max(this.done ?? 0, Math.min(1, done));
  }

  /** No write is under way after this. */
  stop(): Promise<void> {
    return this.beat.stop();
  }

  private async write(): Promise<void> {
    const { id, attempt } = this.revision;
    const rounded = this.done === null ? null : Math.round(this.done * 1000) / 1000;
    const awaited = { id, attempt, step: this.step, state: 'running' as const };
    const whole = shareOfWhole(this.step, rounded) ?? 0;
    await this.dataSource.transaction(async (manager) => {
      const changes = { progress: rounded, reached: () => `greatest(reached, ${whole})` };
      const { affected } = await manager.update(Revision, awaited, changes);
      if (!affected) this.controller.abort(new Error('The work was cancelled or overtaken.'));
      else if (rounded !== this.written) await notifyProgress(manager, this.revision as Revision);
    });
    this.written = rounded;
  }
}
