import type { Storage } from '#libs/storage';
import { createHash, type Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ArchiveFile, ArchiveSum } from './archive-file.js';
import { toManifest, toSumsText } from './sums.plan.js';

export interface WrittenArchive {
  bytes: number;
  fileCount: number;
  /** Of the archive, hex. */
  sha256: string;
}

export interface WriteOptions {
  signal: AbortSignal;
  /** Told of each piece of a stored file that was read. */
  onBytes?(count: number): void;
}

/**
 * Streams files into one zip in the storage (zip64 where it is needed), one after the other, with their sums as the
 * last two: `manifest.json` and `SHA256SUMS`. It is there wholly or not at all. The same files give the same entries.
 * @throws DiskFull; whatever a file's content throws; the signal's reason.
 */
export async function writeArchive(
  storage: Storage,
  key: string,
  files: Iterable<ArchiveFile>,
  options: WriteOptions,
): Promise<WrittenArchive> {
  options.signal.throwIfAborted();
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  // The package says there what went wrong with a file; whoever reads the output has to hear of it.
  zip.on('error', (error: Error) => output.destroy(error));
  const onAbort = () => output.destroy(options.signal.reason as Error);
  options.signal.addEventListener('abort', onAbort, { once: true });
  const sums: ArchiveSum[] = [];
  for (const file of files) add(zip, file, sums, options.onBytes);
  const at = new Date(0);
  add(zip, { path: 'manifest.json', at, content: async () => toManifest(sums) }, sums);
  add(zip, { path: 'SHA256SUMS', at, content: async () => toSumsText(sums) }, sums);
  zip.end();
  const whole = new Tap();
  try {
    await storage.put(key, Readable.from(whole.through(output), { objectMode: false }));
  } finally {
    options.signal.removeEventListener('abort', onAbort);
    output.destroy();
  }
  return { bytes: whole.bytes, fileCount: sums.length, sha256: whole.digest() };
}

function add(zip: ZipFile, file: ArchiveFile, sums: ArchiveSum[], onBytes?: (count: number) => void): void {
  const isStored = file.bytes !== undefined;
  zip.addReadStreamLazy(
    file.path,
    { mtime: file.at, mode: 0o100644, compress: !isStored, ...(isStored && { size: file.bytes }) },
    (give) => {
      const tap = new Tap(isStored ? onBytes : undefined);
      const content = async function* () {
        yield* tap.through(toChunks(await file.content()));
        sums.push({ path: file.path, bytes: tap.bytes, sha256: tap.digest() });
      };
      give(null, Readable.from(content(), { objectMode: false }));
    },
  );
}

function toChunks(content: Readable | Uint8Array | string): AsyncIterable<Buffer> | Buffer[] {
  if (typeof content === 'string') return [Buffer.from(content)];
  return content instanceof Uint8Array ? [Buffer.from(content)] : content;
}

/** Counts and hashes what flows past. */
export class Tap {
  bytes = 0;
  private readonly hash: Hash = createHash('sha256');

  constructor(private readonly onBytes?: (count: number) => void) {}

  async *through(chunks: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      this.bytes += chunk.length;
      this.hash.update(chunk);
      this.onBytes?.(chunk.length);
      if (chunk.length > 0) yield chunk;
    }
  }

  /** Hex; once. */
  digest(): string {
    return this.hash.digest('hex');
  }
}
