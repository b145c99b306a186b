import { DamagedAudio, TooLong } from '../error.js';
import type { JobControl } from '../job.js';
import { cpuLimitSeconds, usualStallSeconds, wallLimitSeconds } from '../run/limits.js';
import { supervise } from '../run/supervise.js';
import type { Decode } from './decode.preset.js';
import { type Measured, Meter } from './meter.js';

/** A decode and the bounds of patience with it. */
export interface MeasureJob {
  readonly ffmpeg: string;
  readonly decode: Decode;
  /** More decoded sound than this is refused, whatever the file declared. */
  readonly mostMs: number;
  /** Default 90. */
  readonly stallSeconds?: number | undefined;
}

/**
 * Decodes a file and measures it while it comes, in this thread. Holds one second of PCM at a time.
 * @throws DamagedAudio, TooLong, MediaCommandTimedOut, MediaCommandStalled, or the signal's reason; the decoder is dead by then.
 */
export async function measure(
  { ffmpeg, decode, mostMs, stallSeconds = usualStallSeconds }: MeasureJob,
  { signal, onProgress }: JobControl = {},
): Promise<Measured> {
  const { rate, channels, expectedMs } = decode;
  const meter = new Meter(rate, decode, expectedMs);
  const blocks = new PcmBlocks(meter, channels);
  let told = 0;
  const ended = await supervise({
    ...{ what: 'analyse', program: ffmpeg, args: decode.args, signal },
    limits: {
      wallSeconds: wallLimitSeconds(expectedMs),
      cpuSeconds: cpuLimitSeconds(expectedMs),
      stallSeconds,
      // It writes into the pipe only.
      mostFileBytes: 1024,
    },
    onStdout: (chunk) => {
      blocks.write(chunk);
      const ms = (blocks.frames / rate) * 1000;
      if (ms > mostMs) throw new TooLong(ms, mostMs);
      const done = expectedMs > 0 ? Math.min(1, ms / expectedMs) : 0;
      if (done < told + 0.01) return;
      told = done;
      onProgress?.(done);
    },
  });
  blocks.end();
  if (ended.code !== 0 || blocks.frames === 0) {
    throw new DamagedAudio({ cause: `code ${ended.code ?? ended.signal}: ${ended.stderr}` });
  }
  onProgress?.(1);
  return meter.finish();
}

/** Collects the pipe's pieces into blocks of one second, where the meter reads them. */
class PcmBlocks {
  frames = 0;
  private readonly bytes: Uint8Array;
  private readonly frameBytes: number;
  private filled = 0;

  constructor(
    private readonly meter: Meter,
    channels: number,
  ) {
    const { room } = meter;
    this.bytes = new Uint8Array(room.buffer, room.byteOffset, room.byteLength);
    this.frameBytes = room.BYTES_PER_ELEMENT * channels;
  }

  write(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length;) {
      const piece = chunk.subarray(at, at + this.bytes.length - this.filled);
      this.bytes.set(piece, this.filled);
      this.filled += piece.length;
      at += piece.length;
      if (this.filled === this.bytes.length) this.flush();
    }
  }

  end(): void {
    this.flush();
  }

  private flush(): void {
    const frames = Math.floor(this.filled / this.frameBytes);
    if (frames > 0) this.meter.push(this.meter.room, frames);
    this.frames += frames;
    this.filled = 0;
  }
}
