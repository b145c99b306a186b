import { copyFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Storage } from '#libs/storage';
export function diskStorage(root: string): Storage {
  const at = async (key: string) => {
    const p = join(root, key);
    await mkdir(dirname(p), { recursive: true });
    return p;
  };
  return {
    put: async (key: string, bytes: Uint8Array) => writeFile(await at(key), bytes),
    putFile: async (key: string, path: string) => copyFile(path, await at(key)),
    get: async (key: string) => readFile(await at(key)),
    stat: async (key: string) =>
      stat(await at(key)).then(
        (s) => ({ bytes: s.size }),
        () => null,
      ),
    delete: async (key: string) => rm(await at(key), { force: true }),
    withLocalFile: async (key: string, work: (p: string) => Promise<unknown>) => work(await at(key)),
    readRange: async (key: string, start: number, end: number) => createReadStream(await at(key), { start, end }),
  } as unknown as Storage;
}
