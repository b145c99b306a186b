import { SharedParts } from './shared-parts.js';

describe('parts that pages share', () => {
  let now: number;
  let made: number;
  let parts: SharedParts;
  const make = async () => (made += 1);

  beforeEach(() => {
    [now, made] = [0, 0];
    parts = new SharedParts({ now: () => new Date(now) }, 1_000, 2);
  });

  it('are made once, also for many who ask at once, until a change or their time', async () => {
    expect(await Promise.all([parts.get('a', make), parts.get('a', make)])).toEqual([1, 1]);
    now = 999;
    expect(await parts.get('a', make)).toBe(1);
    now = 1_000;
    expect(await parts.get('a', make)).toBe(2);
    parts.clear();
    expect(await parts.get('a', make)).toBe(3);
  });

  it('are not kept when they were begun before a change, nor when they failed', async () => {
    let end = (_: string) => {};
    const old = parts.get('a', () => new Promise<string>((resolve) => (end = resolve)));
    parts.clear();
    end('old');
    expect([await old, await parts.get('a', make)]).toEqual(['old', 1]);
    await expect(parts.get('b', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await parts.get('b', make)).toBe(2);
  });

  it('make room by giving up the oldest', async () => {
    for (const key of ['a', 'b', 'c']) await parts.get(key, make);
    expect([await parts.get('b', make), await parts.get('c', make), await parts.get('a', make)]).toEqual([2, 3, 4]);
  });
});
