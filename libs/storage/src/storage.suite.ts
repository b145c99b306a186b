import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Storage } from './storage.js';

/** What every kind of storage must do: the same tests run on the local disk and on S3. */
export function describeStorage(name: string, makeStorage: (folder: string) => Promise<Storage>): void {
  describe(`storage on ${name}`, () => {
    let folder: string;
    let storage: Storage;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'estrade-storage-'));
      storage = await makeStorage(folder);
      await storage.check();
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    it('gives back the bytes that were put', async () => {
      await storage.put('small/a.txt', Buffer.from('hello'));
      expect((await storage.readBytes('small/a.txt')).toString()).toBe('hello');
      expect(await text(await storage.read('small/a.txt'))).toBe('hello');
      expect(await storage.stat('small/a.txt')).toMatchObject({ bytes: 5 });
      const { modifiedAt } = (await storage.stat('small/a.txt'))!;
      expect(Math.abs(modifiedAt.getTime() - Date.now())).toBeLessThan(60_000);
    });

    it('puts another file in the place of the first', async () => {
      await storage.put('small/b.txt', Buffer.from('one, which is long'));
      await storage.put('small/b.txt', Buffer.from('two'));
      expect((await storage.readBytes('small/b.txt')).toString()).toBe('two');
    });

    it('keeps an empty file', async () => {
      await storage.put('small/empty', Buffer.alloc(0));
      expect(await storage.stat('small/empty')).toMatchObject({ bytes: 0 });
      expect(await storage.readBytes('small/empty')).toHaveLength(0);
    });

    it('reads ranges with both ends included', async () => {
      await storage.put('small/range', Buffer.from('0123456789'));
      expect(await text(await storage.readRange('small/range', 2, 4))).toBe('234');
      expect(await text(await storage.readRange('small/range', 0, 0))).toBe('0');
      expect(await text(await storage.readRange('small/range', 8, 99))).toBe('89');
    });

    it('stores a stream and a file of more than one part, byte for byte', async () => {
      const bytes = randomBytes(18 * 1024 ** 2);
      await storage.put('big/stream', Readable.from(slices(bytes)));
      expect((await storage.readBytes('big/stream')).equals(bytes)).toBe(true);
      const source = join(folder, 'source');
      await writeFile(source, bytes);
      await storage.putFile('big/file', source);
      await storage.putFile('big/file', source);
      await rm(source);
      expect((await storage.readBytes('big/file')).equals(bytes)).toBe(true);
    });

    it('leaves nothing when a stream breaks, and what was there stays', async () => {
      const broken = () =>
        Readable.from(
          (async function* () {
            yield randomBytes(1024);
            throw new Error('cut');
          })(),
        );
      await expect(storage.put('broken/new', broken())).rejects.toThrow('cut');
      expect(await storage.exists('broken/new')).toBe(false);
      await storage.put('broken/old', Buffer.from('whole'));
      await expect(storage.put('broken/old', broken())).rejects.toThrow('cut');
      expect((await storage.readBytes('broken/old')).toString()).toBe('whole');
    });

    it('hands out a path to work on, and clears away a copy', async () => {
      await storage.put('small/work.mp3', Buffer.from('sound'));
      let seen = '';
      const result = await storage.withLocalFile('small/work.mp3', async (path) => {
        seen = path;
        return (await readFile(path)).toString();
      });
      expect(result).toBe('sound');
      expect(storage.localPath('small/work.mp3')).toBe(storage.kind === 'local' ? seen : undefined);
      if (storage.kind === 's3') await expect(readFile(seen)).rejects.toThrow('ENOENT');
      expect(await storage.exists('small/work.mp3')).toBe(true);
    });

    it('says what is missing, and deletes twice without a word', async () => {
      expect(await storage.stat('no/such')).toBeUndefined();
      const missing = { code: 'FILE_MISSING', status: 404 };
      await expect(storage.read('no/such')).rejects.toMatchObject(missing);
      await expect(storage.readRange('no/such', 0, 1)).rejects.toMatchObject(missing);
      await expect(storage.readBytes('no/such')).rejects.toMatchObject(missing);
      await expect(storage.withLocalFile('no/such', async () => 1)).rejects.toMatchObject(missing);
      await storage.put('small/gone', Buffer.from('x'));
      await storage.delete('small/gone');
      await storage.delete('small/gone');
      expect(await storage.exists('small/gone')).toBe(false);
    });

    it('lists by prefix', async () => {
      for (const key of ['list/a/1', 'list/a/2', 'list/ab', 'list/b/1']) await storage.put(key, Buffer.from(key));
      const keys: string[] = [];
      for await (const { key, bytes } of storage.list('list/a')) keys.push(`${key} ${bytes}`);
      expect(keys.sort()).toEqual(['list/a/1 8', 'list/a/2 8', 'list/ab 7']);
    });

    it.each(['../x', 'a/../../x', '/etc/passwd', 'a//b', '', '.', 'a/.hidden', 'a\\b', 'a\0b', 'a b', '%2e%2e/x', 'é'])(
      'refuses the key %j (abuse:A22)',
      async (key) => {
        const refused = { code: 'STORAGE_KEY', status: 400 };
        await expect(storage.put(key, Buffer.from('x'))).rejects.toMatchObject(refused);
        await expect(storage.read(key)).rejects.toMatchObject(refused);
        expect(() => storage.localPath(key)).toThrow();
      },
    );

    it('sweeps without touching finished files', async () => {
      await storage.put('small/kept', Buffer.from('x'));
      await storage.sweep(new Date(Date.now() + 60_000));
      expect(await storage.exists('small/kept')).toBe(true);
    });
  });
}

function* slices(bytes: Buffer): Iterable<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

async function text(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
