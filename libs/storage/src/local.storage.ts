import { constants } from 'node:fs';
import { type FileHandle, copyFile, link, mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { newGuid } from '#libs/kernel';
import { FileMissing, toStorageError } from './error.js';
import { checkKey } from './key.js';
import type { ListedFile, Storage, StoredFile } from './storage.js';

/** Files in a folder of this machine. Each is written beside, made durable, then renamed into place. */
export class LocalStorage implements Storage {
  readonly kind = 'local';
  private readonly parts: string;

  constructor(private readonly folder: string) {
    this.parts = join(folder, '.parts');
  }

  async put(key: string, body: Uint8Array | Readable): Promise<void> {
    await this.place(key, async (part) => {
      const file = await open(part, 'wx');
      try {
        // `writeFile` takes a stream as well, with back-pressure.
        await file.writeFile(body as Uint8Array);
        await file.sync();
      } finally {
        await file.close();
      }
    });
  }

  async putFile(key: string, path: string): Promise<void> {
    await this.place(key, async (part) => {
      await link(path, part).catch(() => copyFile(path, part, constants.COPYFILE_FICLONE));
      await sync(part);
    });
  }

  async stat(key: string): Promise<StoredFile | undefined> {
    const found = await stat(this.localPath(key)).catch(() => undefined);
    return found?.isFile() ? { bytes: found.size, modifiedAt: found.mtime } : undefined;
  }

  async exists(key: string): Promise<boolean> {
    return (await this.stat(key)) !== undefined;
  }

  async read(key: string): Promise<Readable> {
    return (await this.open(key)).createReadStream();
  }

  async readRange(key: string, start: number, end: number): Promise<Readable> {
    return (await this.open(key)).createReadStream({ start, end });
  }

  async readBytes(key: string): Promise<Buffer> {
    const file = await this.open(key);
    return file.readFile().finally(() => file.close());
  }

  async delete(key: string): Promise<void> {
    await rm(this.localPath(key), { force: true });
  }

  async *list(prefix = ''): AsyncIterable<ListedFile> {
    const options = { recursive: true, withFileTypes: true } as const;
    const start = join(this.folder, prefix.slice(0, prefix.lastIndexOf('/') + 1));
    for (const entry of await readdir(start, options).catch(() => [])) {
      const path = join(entry.parentPath, entry.name);
      const key = relative(this.folder, path);
      if (!entry.isFile() || key.startsWith('.') || !key.startsWith(prefix)) continue;
      const found = await this.stat(key);
      if (found) yield { key, ...found };
    }
  }

  localPath(key: string): string {
    return join(this.folder, checkKey(key));
  }

  async withLocalFile<T>(key: string, work: (path: string) => Promise<T>): Promise<T> {
    if (!(await this.exists(key))) throw new FileMissing(key);
    return work(this.localPath(key));
  }

  async check(): Promise<void> {
    const part = await this.newPart();
    await open(part, 'wx').then((file) => file.close(), (error) => Promise.reject(toStorageError(error))); // prettier-ignore
    await rm(part, { force: true });
  }

  async sweep(before: Date): Promise<void> {
    for (const name of await readdir(this.parts).catch(() => [])) {
      const part = join(this.parts, name);
      const found = await stat(part).catch(() => undefined);
      if (found && found.mtime < before) await rm(part, { force: true });
    }
  }

  async freeBytes(): Promise<number> {
    await mkdir(this.folder, { recursive: true });
    return readFreeBytes(this.folder);
  }

  private async open(key: string): Promise<FileHandle> {
    return open(this.localPath(key)).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? new FileMissing(key) : error;
    });
  }

  private async newPart(): Promise<string> {
    await mkdir(this.parts, { recursive: true });
    return join(this.parts, newGuid());
  }

  private async place(key: string, write: (part: string) => Promise<void>): Promise<void> {
    const target = this.localPath(key);
    const part = await this.newPart();
    try {
      await write(part);
      await mkdir(dirname(target), { recursive: true });
      await rename(part, target);
      await sync(dirname(target));
    } catch (error) {
      throw toStorageError(error);
    } finally {
      await rm(part, { force: true });
    }
  }
}

/** Bytes that this process may still write to the disk of a folder. */
export async function readFreeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

async function sync(path: string): Promise<void> {
  const file = await open(path);
  await file.sync().finally(() => file.close());
}
