import type { IncomingMessage } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { until } from '../../../../test/journeys/processes.js';
import { aWebWorld, type WebWorld } from '../web.fixture.js';
import { plainAddress } from './page-front.js';

describe('pages in front of the framework', () => {
  let world: WebWorld;
  let path: string;
  beforeAll(async () => {
    world = await aWebWorld();
    world.clock.set('2026-05-20T00:00:00Z');
    const show = await aShow(world.db);
    await anEpisode(world.db, show, { title: 'Vue de face' });
    const [address]: { slug: string }[] = await world.db.query('select slug from episode_addresses');
    path = `/fr/${show.slug}/${address!.slug}`;
  });
  afterAll(() => world?.close());

  const changing = ({ date: _, 'x-request-id': id, ...headers }: Record<string, unknown>) => [typeof id, headers];

  it.each([undefined, 'br', 'gzip'])(
    'are the same in every byte and header, the first time and again (%s)',
    async (coding) => {
      const headers: Record<string, string> = coding ? { 'accept-encoding': coding } : {};
      const [first, second, third] = [
        await world.get(`${path}?x`, headers),
        await world.get(path, headers),
        await world.get(path, headers),
      ];
      expect(first.status).toBe(200);
      for (const { status, headers: said, bytes } of [second, third]) {
        expect(status).toBe(200);
        expect(changing(said)).toEqual(changing(first.headers));
        expect(bytes.equals(first.bytes)).toBe(true);
      }
      expect(third.headers['x-request-id']).not.toBe(second.headers['x-request-id']);
      const html = coding === 'br' ? brotliDecompressSync(third.bytes).toString() : third.body;
      if (coding !== 'gzip') expect(html).toContain('Vue de face');
    },
  );

  it('answer a condition, a head and another language as ever', async () => {
    const { headers } = await world.get(path);
    expect((await world.get(path, { 'if-none-match': headers.etag! })).status).toBe(304);
    const head = await world.get(path, {}, 'HEAD');
    expect([head.status, head.bytes.length, head.headers.etag]).toEqual([200, 0, headers.etag]);
    expect((await world.get(`/en/${path.slice(4)}`)).body).toContain('<html lang="en');
    expect((await world.get(path)).body).toContain('<html lang="fr');
  });

  it('are never older than the last change', async () => {
    await world.get(path);
    await world.db.query(`update episode_texts set title = 'Vue de dos'`);
    await world.db.query(`select pg_notify('estrade_pages', '')`);
    await until(async () => (await world.get(path)).body.includes('Vue de dos'), 10);
    expect((await world.get(path)).body).not.toContain('Vue de face');
  });

  it('are only what is plainly asked for', () => {
    const ask = (given: Partial<IncomingMessage>) =>
      plainAddress({ method: 'GET', url: '/fr', headers: { host: 'pod.example' }, ...given } as IncomingMessage);
    expect(ask({})).toBe('pod.example /fr');
    expect(ask({ method: 'HEAD' })).toBeUndefined();
    expect(ask({ url: '/fr?via=x' })).toBeUndefined();
    expect(ask({ headers: { host: 'pod.example', 'x-forwarded-host': 'other.example' } })).toBeUndefined();
    expect(ask({ headers: { host: 'pod.example', 'if-none-match': '"x"' } })).toBeUndefined();
  });
});
