import { EstradeError } from '#libs/kernel';
import type { Storage } from '#libs/storage';
import { PassThrough, type Readable } from 'node:stream';
import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from 'yauzl';
import { ArchiveDamaged } from '../export.error.js';
import { parseSums } from './sums.plan.js';
import { Tap, type WriteOptions } from './write-archive.js';

/**
 * Reads a stored archive again, file by file, and compares each with its line in `SHA256SUMS`.
 * Returns the number of files. @throws ArchiveDamaged when one differs, is missing or is too many.
 */
export async function checkArchive(
  storage: Storage,
  key: string,
  bytes: number,
  { signal, onBytes }: WriteOptions,
): Promise<number> {
  const zip = await open(new StoredReader(storage, key), bytes);
  try {
    const found = new Map<string, string>();
    let sums: Map<string, string> | undefined;
    for await (const entry of entriesOf(zip)) {
      signal.throwIfAborted();
      const tap = new Tap(onBytes);
      const isSums = entry.fileName === 'SHA256SUMS';
      const kept: Buffer[] = [];
      for await (const chunk of tap.through(await readEntry(zip, entry))) if (isSums) kept.push(chunk);
      if (isSums) sums = parseSums(Buffer.concat(kept).toString());
      else found.set(entry.fileName, tap.digest());
    }
    const differs = [...(sums ?? [])].find(([path, sha256]) => found.get(path) !== sha256);
    if (!sums || differs || found.size !== sums.size) throw new ArchiveDamaged(differs?.[0] ?? 'SHA256SUMS');
    return found.size + 1;
  } catch (error) {
    throw signal.aborted || !isDamage(error) ? error : new ArchiveDamaged(error.message);
  } finally {
    zip.close();
  }
}

/** What unpacking says of wrong bytes; a file system or a network that fails has a code of its own. */
function isDamage(error: unknown): error is Error {
  if (error instanceof EstradeError) return false;
  return String((error as { code?: unknown }).code ?? 'Z_').startsWith('Z_');
}

/** Ranges of a stored file, wherever it lies. */
class StoredReader extends RandomAccessReader {
  constructor(
    private readonly storage: Storage,
    private readonly key: string,
  ) {
    super();
  }

  /** @param end not included. */
  override _readStreamForRange(start: number, end: number): Readable {
    const through = new PassThrough();
    this.storage.readRange(this.key, start, end - 1).then(
      (source) => {
        source.on('error', (error) => through.destroy(error));
        source.pipe(through);
      },
      (error: unknown) => through.destroy(error as Error),
    );
    return through;
  }
}

function open(reader: RandomAccessReader, bytes: number): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromRandomAccessReader(reader, bytes, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });
}

/** The entries in the order of the archive's directory, one at a time. */
async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (let n = 0; n < zip.entryCount; n += 1) {
    yield await new Promise<Entry>((resolve, reject) => {
      zip.once('entry', resolve);
      zip.once('error', reject);
      zip.readEntry();
    });
    zip.removeAllListeners('error');
    zip.removeAllListeners('entry');
  }
}

function readEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}
