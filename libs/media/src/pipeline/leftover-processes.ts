import { readdir, readFile } from 'node:fs/promises';

/**
 * Ends programs that still write into a folder after the process that started them was killed: ffmpeg outlives a
 * worker that ends by kill -9 (`fault:F01`). They are known by the folder in their arguments, which nobody else
 * has. Where there is no /proc (not Linux) nothing is found. Returns the ids of what was ended.
 */
export async function endLeftovers(folder: string): Promise<number[]> {
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name)).map(Number);
  const ended: number[] = [];
  for (const id of ids) {
    if (id === process.pid || !(await isWritingInto(id, folder))) continue;
    try {
      process.kill(id, 'SIGKILL');
      ended.push(id);
    } catch {
      // It ended by itself in the meantime.
    }
  }
  return ended;
}

async function isWritingInto(id: number, folder: string): Promise<boolean> {
  const line = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
  return line.split('\0').some((argument) => argument.startsWith(`file:${folder}/`));
}
