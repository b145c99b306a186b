import { type Actor, NotFound } from '#libs/kernel';
import type { Storage } from '#libs/storage';
import type { RecordingsService } from './recordings.service.js';
import type { SoundWaveform } from './sound-report.js';

/** The finer level of a waveform: `peaks` are pairs of min and max from -128 to 127. */
export interface WaveformDetail {
  readonly bucketsPerSecond: number;
  readonly durationMs: number;
  readonly peaks: Buffer;
}

/** Reads what is too large for a row: waveforms to zoom into. */
export class WaveformsService {
  constructor(
    private readonly recordings: RecordingsService,
    private readonly storage: Storage,
  ) {}

  /**
   * Of the recording (`before`) or the finished sound (`after`), of one revision or the newest that has it.
   * @throws NotFound when there is none, or none any more.
   */
  async read(
    actor: Actor,
    recordingId: string,
    which: 'before' | 'after',
    revisionId?: string,
  ): Promise<WaveformDetail> {
    const revision = await this.recordings.findPlayable(actor, recordingId, which, revisionId);
    const waveform = (revision.waveform as SoundWaveform | null)?.[which];
    const detail = waveform?.detail;
    if (!detail || !(await this.storage.exists(detail.key))) throw new NotFound('This waveform');
    const peaks = await this.storage.readBytes(detail.key);
    return { bucketsPerSecond: detail.bucketsPerSecond, durationMs: waveform.durationMs, peaks };
  }
}
