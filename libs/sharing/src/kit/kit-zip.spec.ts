import { once } from 'node:events';
import { Readable } from 'node:stream';
import type { ZipEntry } from './kit-zip.plan.js';
import { streamZip } from './kit-zip.js';

describe('the archive of a kit', () => {
  const at = new Date('2026-05-12T11:00:00Z');
  const endless = () => new Readable({ read: (): void => undefined });
  const entry = (name: string): ZipEntry => ({ name, at, key: `card/${name}`, bytes: 1_000_000 });

  it('closes the file that it reads when whoever wanted it goes away', async () => {
    const opened: Readable[] = [];
    const read = async () => {
      const stream = endless();
      opened.push(stream);
      stream.push(Buffer.alloc(10));
      return stream;
    };
    const zip = await streamZip({ read }, [
      { name: 'README.txt', at, text: 'Bonjour' },
      entry('a.png'),
      entry('b.png'),
    ]);
    zip.resume();
    while (opened.length === 0) await new Promise((resolve) => setImmediate(resolve));
    zip.destroy();
    if (!opened[0]!.destroyed) await once(opened[0]!, 'close');
    expect(opened.map(({ destroyed }) => destroyed)).toEqual([true]);
  });

  it('breaks off where a file is gone, instead of going on without it', async () => {
    const read = () => Promise.reject(new Error('gone'));
    const zip = await streamZip({ read }, [entry('a.png')]);
    await expect(zip.toArray()).rejects.toThrow('gone');
  });
});
