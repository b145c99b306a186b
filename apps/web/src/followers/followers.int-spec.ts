import { forgetFollowers } from '#libs/audience';
import { Episode as EpisodeRow } from '#libs/catalog';
import { newId } from '#libs/kernel';
import { aShow } from '../../../../test/factories/catalog.js';
import { followersBench } from './followers.fixture.js';

describe('following by mail', () => {
  const bench = followersBench();
  const { ask, post, work, pathIn, follow, publish, draft, people } = bench;
  let clients = 0;

  it('asks by mail first, and only a button confirms: scanners open every link', async () => {
    const answer = await ask({ email: ' Ada@Example.org ' });
    expect(answer.status).toBe(202);
    expect(answer.headers.get('cache-control')).toContain('no-store');
    await work();
    expect(bench.sent).toHaveLength(1);
    expect(bench.sent[0]).toMatchObject({
      to: 'ada@example.org',
      subject: 'À confirmer\u00a0: les nouveaux épisodes de «\u00a0Des dates plutôt que des logos\u00a0»',
    });
    expect(bench.sent[0]!.text).toContain('envoyé avec Estrade');
    const confirm = pathIn(bench.sent[0], 'confirm');
    const page = await bench.world.get(confirm);
    expect([page.status, page.headers['referrer-policy'], page.headers['x-robots-tag']]).toEqual([
      200,
      'no-referrer',
      'noindex',
    ]);
    expect(page.body).toMatch(/Les nouveaux épisodes de «\sDes dates/);
    expect((await people())[0]).toMatchObject({ state: 'asked', wording: '2026-11-22' });
    expect((await post(confirm)).status).toBe(200);
    expect((await people())[0]).toMatchObject({ state: 'confirmed', confirmedAt: bench.world.clock.now() });
    expect(bench.world.lines.join('')).not.toContain(confirm.split('/')[2]);
  });

  it('answers and does the same for an address that is known (abuse:A35)', async () => {
    await follow({});
    bench.sent = [];
    const [known, fresh] = [await ask({}), await ask({ email: 'eve@example.org' })];
    const bare = (text: string, email: string) => text.replaceAll(email, 'x');
    expect([known.status, bare(await known.text(), 'ada@example.org')]).toEqual([
      fresh.status,
      bare(await fresh.text(), 'eve@example.org'),
    ]);
    await work();
    expect(bench.sent.map(({ to, subject }) => [to, subject.split('\u00a0:')[0]])).toEqual([
      ['ada@example.org', 'Vous le recevez déjà'],
      ['eve@example.org', 'À confirmer'],
    ]);
    expect(await people()).toHaveLength(2);
  });

  it('fills nobody’s mailbox, and takes ten forms of one client in ten minutes (abuse:A49)', async () => {
    for (let n = 0; n < 8; n += 1) expect((await ask({})).status).toBe(202);
    await work();
    expect(bench.sent).toHaveLength(5);
    for (let n = 0; n < 2; n += 1) await ask({ email: `a${(clients += 1)}@example.org` });
    const refused = await ask({ email: 'last@example.org' });
    expect([refused.status, await refused.text()]).toEqual([429, expect.stringContaining('10 minutes')]);
    bench.world.clock.forward(601_000);
    expect((await ask({ email: 'last@example.org' })).status).toBe(202);
  });

  it.each([
    [{ email: 'nobody' }, 422],
    [{ email: 'a@b.c,d@e.f' }, 422],
    [{ email: 'a@example.org\r\nBcc: x@y.z' }, 422],
    [{ email: '"><script>@x.y' }, 422],
    [{ id: 'not-an-id' }, 400],
    [{ locale: 'xx' }, 400],
    [{ extra: '1' }, 400],
    [{ part: '2' }, 400],
    [{ id: newId() }, 404],
  ])('refuses %j with %d', async (form, status) => {
    const answer = await ask(form as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toContain('<script>@');
    expect(await people()).toEqual([]);
  });

  it('refuses forms of other sites, and lets machines that fill in everything believe', async () => {
    expect((await ask({}, { origin: 'https://evil.example' })).status).toBe(400);
    expect((await ask({ website: 'https://spam.example' })).status).toBe(202);
    expect(await people()).toEqual([]);
  });

  it('changes nothing when a link is only opened, however often (abuse:A35)', async () => {
    await ask({});
    await work();
    const confirm = pathIn(bench.sent.at(-1), 'confirm');
    const [before] = await people();
    for (const path of [confirm, confirm.replace('confirm', 'stop')]) {
      for (const method of ['GET', 'HEAD', 'GET'])
        expect((await fetch(`${bench.world.origin}${path}`, { method })).status).toBe(200);
    }
    expect(await people()).toEqual([before]);
    await publish(await draft());
    expect(bench.sent).toHaveLength(1);
  });

  it('counts what is asked about one address over all that can be followed (abuse:A49)', async () => {
    const other = await aShow(bench.world.db, { title: 'Une autre', slug: 'une-autre' });
    for (let n = 0; n < 4; n += 1) {
      await ask({});
      await ask({ id: other.id });
    }
    await work();
    expect(bench.sent).toHaveLength(5);
    bench.world.clock.forward(25 * 3_600_000);
    await ask({ id: other.id });
    await work();
    expect(bench.sent).toHaveLength(6);
  });

  it('stops on a one-click POST that comes as multipart (RFC 8058)', async () => {
    const stop = await follow({});
    const body = new FormData();
    body.set('List-Unsubscribe', 'One-Click');
    expect((await fetch(`${bench.world.origin}${stop}`, { method: 'POST', body })).status).toBe(200);
    expect(await people()).toEqual([]);
  });

  it('forgets who never confirmed after seven days, and who waits for what was deleted', async () => {
    await ask({});
    const episode = await draft();
    await bench.world.db.manager.update(
      EpisodeRow,
      { id: episode.id },
      { state: 'scheduled', scheduledAt: new Date('2026-05-14T11:00:00Z'), isAnnounced: true },
    );
    await follow({ email: 'bob@example.org', target: 'episode', id: episode.id });
    await bench.world.db.manager.update(EpisodeRow, { id: episode.id }, { deletedAt: bench.world.clock.now() });
    bench.world.clock.forward(6.9 * 24 * 3_600_000);
    await forgetFollowers(bench.world.db, bench.world.clock.now());
    expect((await people()).map(({ email }) => email)).toEqual(['ada@example.org']);
    bench.world.clock.forward(0.2 * 24 * 3_600_000);
    await forgetFollowers(bench.world.db, bench.world.clock.now());
    expect(await people()).toEqual([]);
  });
});
