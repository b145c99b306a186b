import { GuestLinks, GuestSecrets, type Show } from '#libs/catalog';
import { system } from '#libs/kernel';
import { ShortCodesService } from '#libs/sharing';
import { ShareCountsQuery, ShareRecorder } from '#libs/stats';
import { aPerson, anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { aWebWorld, type WebWorld } from '../web.fixture.js';

const browser = (n: number) => ({ 'user-agent': `Mozilla/5.0 (X11; Linux x86_64) Firefox/${n}` });

describe('a guest’s link', () => {
  let world: WebWorld;
  let show: Show;
  let links: GuestLinks;
  let at: { id: string; via: string; episodeId: string };
  let page: string;
  const flush = () => world.web.app.get(ShareRecorder).flush();
  const rows = (linkId = at.id) =>
    world.db.query('select day::text, visits, plays, shares from share_counts where link_id = $1', [linkId]);
  const beacon = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${world.origin}/s/count`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: world.origin, ...browser(1), ...headers },
    });

  beforeAll(async () => {
    world = await aWebWorld();
    world.clock.set('2026-05-20T00:00:00Z');
    show = await aShow(world.db);
    links = new GuestLinks(world.db, world.clock, new GuestSecrets('secret'));
  });
  afterAll(() => world?.close());
  beforeEach(async () => {
    const jean = await aPerson(world.db, 'Jean Tremblay');
    const people = [{ personId: jean.id, role: 'guest' as const, organisation: '', texts: [] }];
    const episode = await anEpisode(world.db, show, { people, publishedAt: '2026-05-12T11:00:00Z' });
    at = await links.ensure(system, show.id, episode.id, jean.id);
    const [address] = await world.db.query('select lang, slug from episode_addresses where episode_id = $1', [
      episode.id,
    ]);
    page = `/${address.lang}/${show.slug}/${address.slug}`;
    world.clock.forward(24 * 3_600_000);
  });

  it('is an address without a redirect, whose page names the one without it', async () => {
    const { status, body, headers } = await world.get(`${page}?via=${at.via}`);
    expect(status).toBe(200);
    expect(body).toContain(`rel="canonical" href="http://localhost:3000${page}"`);
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('counts each person once a day, and keeps neither address nor name', async () => {
    for (const n of [1, 1, 2, 3]) await world.get(`${page}?via=${at.via}`, browser(n));
    await beacon(`via=${at.via}&kind=play`);
    await beacon(`via=${at.via}&kind=play`);
    await beacon(`via=${at.via}&kind=share`);
    await flush();
    expect(await rows()).toEqual([
      { day: world.clock.now().toISOString().slice(0, 10), visits: 3, plays: 1, shares: 1 },
    ]);
    const [columns] = await world.db.query(
      `select array_agg(column_name::text order by column_name::text) as names from information_schema.columns where table_name = 'share_counts'`,
    );
    expect(columns.names).toEqual(['day', 'link_id', 'plays', 'shares', 'visits']);
  });

  it('counts the same person again on another day, on a row of its own', async () => {
    await world.get(`${page}?via=${at.via}`, browser(1));
    world.clock.forward(24 * 3_600_000);
    await world.get(`${page}?via=${at.via}`, browser(1));
    await flush();
    expect((await rows()).map(({ visits }: { visits: number }) => visits)).toEqual([1, 1]);
  });

  it('does not count programs, what is fetched ahead, and nobody’s via', async () => {
    for (const agent of ['LinkedInBot/1.0', 'curl/8', 'Mozilla/5.0 (compatible; Googlebot/2.1)', '']) {
      await world.get(`${page}?via=${at.via}`, { 'user-agent': agent });
    }
    await world.get(`${page}?via=${at.via}`, { ...browser(9), 'sec-purpose': 'prefetch' });
    await world.get(`${page}?via=zzzz`, browser(1));
    for (const hostile of ["'%20or%201=1", '%00', '<script>', 'a'.repeat(200), 'k3m9&via=abcd']) {
      expect((await world.get(`${page}?via=${hostile}`, browser(1))).status).toBe(200);
    }
    await flush();
    expect(await rows()).toEqual([]);
  });

  it('takes a beacon from our own pages only, in its one form', async () => {
    const good = `via=${at.via}&kind=play`;
    expect((await beacon(good, { origin: 'https://evil.example' })).status).toBe(403);
    for (const bad of ['', 'via=%00&kind=play', `via=${at.via}&kind=visit`, `${good}&x=1`, 'a'.repeat(5_000)]) {
      expect((await beacon(bad)).status).toBe(400);
    }
    const { status, headers } = await beacon(`${good}&path=%2Ffr%2Fx`);
    expect([status, headers.get('set-cookie')]).toEqual([204, null]);
  });

  it('is counted no more once its guest has turned that off (K-14)', async () => {
    await world.db.query('update guest_links set counts_via = false where id = $1', [at.id]);
    await world.get(`${page}?via=${at.via}`, browser(1));
    await flush();
    expect(await rows()).toEqual([]);
  });

  it('says “fewer than five” of few (K-13)', async () => {
    for (let n = 1; n <= 5; n += 1) await world.get(`${page}?via=${at.via}`, browser(n));
    await beacon(`via=${at.via}&kind=play`);
    await flush();
    expect(await new ShareCountsQuery(world.db).ofLink(at.id)).toEqual({ visits: 5, plays: null, shares: null });
  });

  it('has a short address that leads to the page with its via, in the guest’s language', async () => {
    const codes = new ShortCodesService(world.db);
    const [own, general] = [await codes.ensure(at.episodeId, at.id), await codes.ensure(at.episodeId)];
    expect([own, general].map((code) => code.length)).toEqual([6, 6]);
    expect(await codes.ensure(at.episodeId, at.id)).toBe(own);
    const { status, headers } = await world.get(`/s/${own}`, { 'accept-language': 'en' });
    expect(status).toBe(302);
    expect(headers.location).toMatch(new RegExp(`^http://localhost:3000/fr/.+\\?via=${at.via}$`));
    expect((await world.get(`/s/${general}`, { 'accept-language': 'en' })).headers.location).toMatch(
      /3000\/en\/[^?]+$/,
    );
    expect((await world.get('/s/zzzzzz')).status).toBe(404);
    expect((await world.get('/s/count')).status).toBe(404);
    // Whoever looks for pages that are reached by their link only is stopped; who has a code is not.
    for (let n = 0; n < 30; n += 1) await world.get(`/s/${String(2222 + n).replace(/[01]/g, 'x')}z`);
    expect((await world.get(`/s/${'z'.repeat(5)}`)).status).toBe(429);
    expect((await world.get(`/s/${own}`)).status).toBe(302);
    world.clock.forward(600_001);
  });

  it('never fails a page, also when nothing can be written', async () => {
    const recorder = new ShareRecorder({ query: () => Promise.reject(new Error('away')) }, world.clock, { warn() {} });
    recorder.count({ via: at.via, kind: 'visit', ip: '192.0.2.1', userAgent: 'Mozilla/5.0' });
    await expect(recorder.flush()).resolves.toBeUndefined();
    await expect(recorder.stop()).resolves.toBeUndefined();
  });
});
