import { hashFile, type Staging, type Upload as UploadRow, type UploadsService } from '#libs/media';
import { DiskFull } from '#libs/storage';
import { DataStore, ERRORS, Upload } from '@tus/server';
import type { Hash } from 'node:crypto';
import { type FileHandle, open, writeFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';

const touchMs = 500;
/** A sender that stays silent for this long is let go; it resumes when it is back. */
const silenceMs = 60_000;

interface Running {
  readonly hash: Hash;
  length: number;
}

/**
 * What tus stores, over our rows and our folder: the bytes lie staged under the upload's id, the offset is
 * the file's true size, SHA-256 grows with the bytes. After a restart the stored prefix is hashed once more.
 */
export class StagedStore extends DataStore {
  private readonly running = new Map<string, Running>();

  /** `onBytes` hears each time that bytes of an upload have arrived. */
  constructor(
    private readonly uploads: UploadsService,
    private readonly staging: Staging,
    private readonly onBytes: (id: string) => void,
  ) {
    super();
    this.extensions = ['creation', 'creation-with-upload', 'termination'];
  }

  /** The row was made before; this makes the empty file beside it. */
  override async create(upload: Upload): Promise<Upload> {
    await writeFile(this.staging.path(upload.id), '', { flag: 'wx' });
    return upload;
  }

  override async getUpload(id: string): Promise<Upload> {
    const row = await this.uploads.find(id);
    if (!row) throw ERRORS.FILE_NOT_FOUND;
    if (row.state === 'expired') throw ERRORS.FILE_NO_LONGER_EXISTS;
    // Taken over into the storage: a sender that missed the last answer learns that it is done.
    const offset = row.state === 'receiving' ? await this.received(row) : row.totalBytes;
    return toTusUpload(row, offset);
  }

  /** @throws DiskFull; what was written before stays (`fault:F23`). */
  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const running = await this.resumeHash(id, offset);
    const file = await open(this.staging.path(id), 'r+');
    const silence = setTimeout(() => readable.destroy(new Error('The sender is silent.')), silenceMs);
    let touched = performance.now();
    try {
      // Left open on an error: tus would hear of a stream that closed too early instead of the error itself.
      for await (const chunk of readable.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        silence.refresh();
        await writeWhole(file, chunk, running.length);
        running.hash.update(chunk);
        running.length += chunk.length;
        this.onBytes(id);
        if (performance.now() - touched < touchMs) continue;
        touched = performance.now();
        await this.uploads.touch(id, running.length).catch(() => {});
      }
    } catch (error) {
      throw isDiskFull(error) ? new DiskFull({ cause: error }) : error;
    } finally {
      clearTimeout(silence);
      // An acknowledged byte is on the disk, not only in its cache.
      await toDisk(file).finally(() => file.close());
      await this.uploads.touch(id, running.length).catch(() => {});
    }
    return running.length;
  }

  override async remove(id: string): Promise<void> {
    this.running.delete(id);
    await this.uploads.abandon(id);
  }

  /** SHA-256 in hex of a whole upload, if this process has seen all of it; forgets it. */
  takeDigest(id: string, totalBytes: number): string | undefined {
    const running = this.running.get(id);
    this.running.delete(id);
    return running?.length === totalBytes ? running.hash.digest('hex') : undefined;
  }

  private async received(row: UploadRow): Promise<number> {
    const staged = await this.staging.size(row.id);
    if (staged > 0 || row.receivedBytes < row.totalBytes) return staged;
    return row.totalBytes;
  }

  private async resumeHash(id: string, offset: number): Promise<Running> {
    const known = this.running.get(id);
    if (known?.length === offset) return known;
    const running = { hash: await hashFile(this.staging.path(id), offset), length: offset };
    this.running.set(id, running);
    return running;
  }
}

async function writeWhole(file: FileHandle, chunk: Buffer, position: number): Promise<void> {
  for (let written = 0; written < chunk.length;) {
    const { bytesWritten } = await file.write(chunk, written, chunk.length - written, position + written);
    written += bytesWritten;
  }
}

function isDiskFull(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG';
}

function toTusUpload(row: UploadRow, offset: number): Upload {
  const upload = new Upload({ id: row.id, size: row.totalBytes, offset });
  upload.creation_date = row.createdAt.toISOString();
  return upload;
}

/** Only a disk that failed to write is an error here; a file that cannot be synced (a device) is not. */
async function toDisk(file: FileHandle): Promise<void> {
  await file.datasync().catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EIO') throw error;
  });
}
