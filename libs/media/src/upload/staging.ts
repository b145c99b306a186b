import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isId } from '#libs/kernel';
import { readFreeBytes } from '#libs/storage';

/**
 * The folder in which files arrive, under names that we made. A file leaves it for the storage when it
 * is whole. All processes that receive uploads share it.
 */
export class Staging {
  constructor(
    readonly folder: string,
    private readonly readFree = readFreeBytes,
  ) {}

  /** @throws TypeError for anything but an id of ours: no name from outside becomes a path (`abuse:A22`). */
  path(id: string): string {
    if (!isId(id)) throw new TypeError('A staged file is named by an id.');
    return join(this.folder, id);
  }

  async prepare(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
  }

  /** Bytes on disk; 0 when there is no file. */
  async size(id: string): Promise<number> {
    return stat(this.path(id)).then(
      ({ size }) => size,
      () => 0,
    );
  }

  async remove(id: string): Promise<void> {
    await rm(this.path(id), { force: true });
  }

  /** The ids of all files here. */
  async list(): Promise<string[]> {
    return (await readdir(this.folder).catch(() => [])).filter(isId);
  }

  /** Free bytes of the disk below. */
  freeBytes(): Promise<number> {
    return this.readFree(this.folder);
  }
}
