import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalStorage, readFreeBytes } from './local.storage.js';
import { describeStorage } from './storage.suite.js';

describeStorage('the local disk', async (folder) => new LocalStorage(join(folder, 'files')));

describe('LocalStorage', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'estrade-storage-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('sweeps the parts of interrupted writes, but not those of a moment ago', async () => {
    const storage = new LocalStorage(folder);
    await storage.check();
    const part = join(folder, '.parts');
    await writeFile(join(part, 'old'), 'x');
    await writeFile(join(part, 'new'), 'x');
    await utimes(join(part, 'old'), new Date(0), new Date(0));
    await storage.sweep(new Date(86_400_000));
    expect(await readdir(part)).toEqual(['new']);
  });

  it('knows how much can still be written', async () => {
    expect(await new LocalStorage(join(folder, 'new')).freeBytes()).toBeGreaterThan(0);
  });

  it('says that the disk is full, keeps what was there, and goes on when there is room (fault:F23)', async () => {
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder]).status === 0;
    if (!mounted) return; // Only root may mount a small disk.
    try {
      const storage = new LocalStorage(folder);
      await storage.put('old', Buffer.alloc(1024, 1));
      const full = { code: 'DISK_FULL', status: 507 };
      await expect(storage.put('big', Buffer.alloc(4 * 1024 ** 2))).rejects.toMatchObject(full);
      expect(await storage.exists('big')).toBe(false);
      expect(await storage.readBytes('old')).toHaveLength(1024);
      expect(await readFreeBytes(folder)).toBeGreaterThan(1024 ** 2);
      await storage.put('fits', Buffer.alloc(1024 ** 2));
      expect(await storage.stat('fits')).toMatchObject({ bytes: 1024 ** 2 });
    } finally {
      spawnSync('umount', [folder]);
    }
  });
});
