import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { DamagedAudio, MediaCommandTimedOut, TooLong } from '../error.js';
import type { JobControl } from '../job.js';
import { wallLimitSeconds } from '../run/limits.js';
import type { Decode } from './decode.preset.js';
import { type Measured, Meter } from './meter.js';

/** A decode and the bounds of patience with it. */
export interface MeasureJob {
  readonly ffmpeg: string;
  readonly decode: Decode;
  /** More decoded sound than this is refused, whatever the file declared. */
  readonly mostMs: number;
}

/**
 * Decodes a file and measures it while it comes, in this thread. Holds one second of PCM at a time.
 * @throws DamagedAudio, TooLong, MediaCommandTimedOut, or the signal's reason; the decoder is dead by then.
 */
export function measure(
  { ffmpeg, decode, mostMs }: MeasureJob,
  { signal, onProgress }: JobControl = {},
): Promise<Measured> {
  const { rate, channels, expectedMs } = decode;
  const meter = new Meter(rate, decode, expectedMs);
  const blocks = new PcmBlocks(meter, channels);
  const seconds = wallLimitSeconds(expectedMs);
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const child = spawn(ffmpeg, decode.args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    lowerPriority(child.pid);
    let failure: unknown;
    let stderr = '';
    let told = 0;
    const stop = (reason: unknown) => {
      failure ??= reason;
      child.kill('SIGKILL');
    };
    const onAbort = () => stop(signal?.reason);
    const timer = setTimeout(() => stop(new MediaCommandTimedOut('analyse', seconds)), seconds * 1000);
    signal?.addEventListener('abort', onAbort, { once: true });
    child.stdout.on('data', (chunk: Buffer) => {
      if (failure) return;
      blocks.write(chunk);
      const ms = (blocks.frames / rate) * 1000;
      if (ms > mostMs) return stop(new TooLong(ms, mostMs));
      const done = expectedMs > 0 ? Math.min(1, ms / expectedMs) : 0;
      if (done < told + 0.01) return;
      told = done;
      onProgress?.(done);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-4096);
    });
    child.on('error', (error) => (failure ??= error));
    child.on('close', (code) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      blocks.end();
      if (failure) return reject(failure);
      if (code !== 0 || blocks.frames === 0) return reject(new DamagedAudio({ cause: `code ${code}: ${stderr}` }));
      onProgress?.(1);
      resolve(meter.finish());
    });
  });
}

/** The site stays quick while sound is measured; not every system lets a process be nice. */
function lowerPriority(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, 10);
  } catch {
    // It runs at the usual priority then.
  }
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
