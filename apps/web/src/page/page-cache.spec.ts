import { Encoded } from './encoded.js';
import { PageCache } from './page-cache.js';

const body = (text: string) => new Encoded(Buffer.from(text), {});

describe('the cache of pages', () => {
  let now: number;
  let made: number;
  let cache: PageCache;
  const make = async () => body(String((made += 1)));
  const read = async (key = 'a') => (await cache.get(key, make))!.bytes.toString();

  beforeEach(() => {
    [now, made] = [0, 0];
    cache = new PageCache({ now: () => new Date(now) }, 2, 1_000);
  });

  it('makes a page once, also for many who ask at once', async () => {
    expect(await Promise.all([read(), read(), read()])).toEqual(['1', '1', '1']);
    expect(await read()).toBe('1');
  });

  it('makes it again after a change, and after its time', async () => {
    await read();
    cache.clear();
    expect(await read()).toBe('2');
    now = 1_001;
    expect(await read()).toBe('3');
  });

  it('does not keep a page that was being made when something changed', async () => {
    let finish = (): void => {};
    const slow = cache.get('a', () => new Promise((resolve) => (finish = () => resolve(body('old')))));
    cache.clear();
    finish();
    expect((await slow)!.bytes.toString()).toBe('old');
    expect(await read()).toBe('1');
  });

  it('gives the kept page of an address that was answered with it, until a change or its time', async () => {
    const page = (address: string) => cache.peek(address)?.page.bytes.toString();
    cache.note('pod /a', 'a', '/:a');
    expect(page('pod /a')).toBeUndefined();
    await read();
    cache.note('pod /a', 'a', '/:a');
    expect([page('pod /a'), cache.peek('pod /a')?.route, page('pod /b')]).toEqual(['1', '/:a', undefined]);
    now = 1_001;
    expect(page('pod /a')).toBeUndefined();
    await read();
    expect(page('pod /a')).toBe('2');
    cache.clear();
    await read();
    expect(page('pod /a')).toBeUndefined();
  });

  it('gives up the page that was not asked for longest', async () => {
    await read('a');
    await read('b');
    await read('a');
    await read('c');
    expect(await read('a')).toBe('1');
    expect(await read('b')).toBe('4');
  });

  it('lends a variant to those who ask at once, and pushes nothing out for it', async () => {
    await read('a');
    await read('b');
    const variant = (key: string) => cache.get(key, make, false);
    expect((await Promise.all([variant('a 60'), variant('a 60')])).map((each) => each!.bytes.toString())).toEqual([
      '3',
      '3',
    ]);
    for (const second of [61, 62, 63]) await variant(`a ${second}`);
    expect([await read('a'), await read('b')]).toEqual(['1', '2']);
  });

  it('keeps no failure and nothing that is not a page', async () => {
    await expect(cache.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await cache.get('a', async () => undefined)).toBeUndefined();
    expect(await read()).toBe('1');
  });
});
