import { type Beat, startBeat } from '#libs/queue';
import type { DataSource } from 'typeorm';
import { type ExportStep, ShowExport } from './show-export.entity.js';

const intervalMs = 500;

/**
 * Writes how many bytes of a step are done, at most twice a second; thereby notices that somebody has deleted the
 * row, which is how an export is cancelled: then `overtaken` is aborted.
 */
export class ExportProgress {
  private readonly controller = new AbortController();
  private readonly beat: Beat;
  private done = 0;
  private written = -1;

  constructor(
    private readonly dataSource: DataSource,
    private readonly exportId: string,
  ) {
    this.beat = startBeat(intervalMs, () => this.write());
  }

  get overtaken(): AbortSignal {
    return this.controller.signal;
  }

  add(bytes: number): void {
    this.done += bytes;
  }

  /** The next step, from zero. */
  async begin(step: ExportStep, bytesTotal: number): Promise<void> {
    this.done = 0;
    await this.update({ step, bytesTotal, bytesDone: 0 });
  }

  /** No write is under way after this. */
  stop(): Promise<void> {
    return this.beat.stop();
  }

  private async write(): Promise<void> {
    const { done } = this;
    // Also without progress: a row that is gone has to be noticed.
    await this.update(done === this.written ? { state: 'running' } : { bytesDone: done });
    this.written = done;
  }

  private async update(changes: Partial<ShowExport>): Promise<void> {
    const { affected } = await this.dataSource.manager.update(
      ShowExport,
      { id: this.exportId, state: 'running' },
      changes,
    );
    if (!affected) this.controller.abort(new Error('The export was cancelled.'));
  }
}
