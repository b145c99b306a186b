import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Removes what files of imports have left half done on the disk, when nobody has touched it since `before`. */
export async function sweepParts(folder: string, before: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const touched = (await stat(path).catch(() => undefined))?.mtime;
    if (touched && touched < before) await rm(path, { force: true });
  }
}
