import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { endLeftovers } from './leftover-processes.js';

/** A folder in which one run of one step may write whatever it likes. */
export class WorkFolders {
  constructor(private readonly root: string) {}

  /** Empties the folder of that name, lends it, and removes it in the end: what a killed run left, files and ffmpeg, is gone too (`fault:F01`). */
  async use<T>(name: string, work: (folder: string) => Promise<T>): Promise<T> {
    const folder = join(this.root, name);
    await endLeftovers(folder);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    try {
      return await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** The names of folders that nobody has touched since `before`: their runs were killed, or are busy elsewhere. */
  async listUntouched(before: Date): Promise<string[]> {
    const names = await readdir(this.root).catch(() => []);
    const touched = await Promise.all(names.map((name) => lastTouched(join(this.root, name))));
    return names.filter((_, i) => touched[i]! < before.getTime());
  }

  /** Removes folders of runs that were killed and never come back. */
  async remove(names: readonly string[]): Promise<void> {
    for (const name of names) await rm(join(this.root, name), { recursive: true, force: true });
  }
}

/** The newest change of the folder or of a file in it, as a folder's own time stands still while a file in it grows. */
async function lastTouched(folder: string): Promise<number> {
  const paths = [folder, ...(await readdir(folder).catch(() => [])).map((name) => join(folder, name))];
  const times = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  );
  return Math.max(...times);
}
