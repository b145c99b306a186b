import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkFolders } from './work-folder.js';

let root: string;
beforeEach(async () => (root = await mkdtemp(join(tmpdir(), 'estrade-work-'))));
afterEach(() => rm(root, { recursive: true, force: true }));

describe('WorkFolders', () => {
  it('lends an empty folder and takes it back, whatever happens in it', async () => {
    const folders = new WorkFolders(root);
    await expect(
      folders.use('a', async (folder) => {
        await writeFile(join(folder, 'part'), 'x');
        throw new Error('in the middle');
      }),
    ).rejects.toThrow('in the middle');
    expect(await readdir(root)).toEqual([]);
  });

  it('ends what still writes into the folder of a killed run (fault:F01)', async () => {
    // Stands for an ffmpeg that outlived its worker: the same kind of argument.
    const leftover = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', `file:${root}/a/final.mp3.part`]);
    const ended = once(leftover, 'exit');
    await new WorkFolders(root).use('a', async () => {});
    expect((await ended)[1]).toBe('SIGKILL');
  });

  it('knows the folders that nobody has touched for long', async () => {
    const folders = new WorkFolders(root);
    await folders.use('young', async () => {
      await folders.use('old', async (folder) => {
        await writeFile(join(folder, 'part'), 'x');
        const past = new Date('2020-01-01');
        await utimes(join(folder, 'part'), past, past);
        await utimes(folder, past, past);
        expect(await folders.listUntouched(new Date('2021-01-01'))).toEqual(['old']);
        await folders.remove(['old']);
        expect(await readdir(root)).toEqual(['young']);
      });
      expect(await readdir(root)).toEqual(['young']);
    });
  });
});
