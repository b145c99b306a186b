import { Follower, forgetFollowers, Mailing, startMailings } from '#libs/audience';
import { Episode as EpisodeRow, EpisodeCopy } from '#libs/catalog';
import { OutboxRow } from '#libs/database';
import { EstradeError, system } from '#libs/kernel';
import { followersBench, run } from './followers.fixture.js';

describe('what followers are told', () => {
  const bench = followersBench();
  const { handlers, ask, post, work, follow, publish, draft, crowd, people } = bench;

  it('tells each follower of a release once, a minute after it, in their language, with one click to stop', async () => {
    const stop = await follow({});
    await follow({ email: 'bob@example.org', locale: 'en-CA' });
    bench.sent = [];
    const episode = await draft({ title: 'Une <b>date</b>' });
    await bench.world.catalog.publishing.publish(system, bench.show.id, episode.id);
    await work();
    await startMailings(bench.world.db, bench.world.clock.now());
    await work();
    expect(bench.sent).toEqual([]);
    bench.world.clock.forward(60_000);
    await startMailings(bench.world.db, bench.world.clock.now());
    await work();
    expect(bench.sent.map(({ to }) => to).sort()).toEqual(['ada@example.org', 'bob@example.org']);
    const ada = bench.sent.find(({ to }) => to.startsWith('ada'))!;
    expect(ada.html).toContain('Une &lt;b&gt;date&lt;/b&gt;');
    expect(ada.headers).toEqual({
      'List-Unsubscribe': `<${bench.world.addresses.origin}${stop}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    expect(bench.sent.find(({ to }) => to.startsWith('bob'))!.text).toContain('Listen\n');
    await bench.world.catalog.publishing.unpublish(system, bench.show.id, episode.id);
    await publish(episode);
    expect(bench.sent).toHaveLength(2);
    const oneClick = await post(stop, 'List-Unsubscribe=One-Click', { origin: 'https://mail.example' });
    expect(oneClick.status).toBe(200);
    expect((await people()).map(({ email }) => email)).toEqual(['bob@example.org']);
    expect([(await post(stop)).status, (await bench.world.get(stop)).status]).toEqual([200, 404]);
  });

  it('tells many in batches, each once, and not who stops between two of them', async () => {
    await crowd(150);
    const episode = await draft();
    await bench.world.catalog.publishing.publish(system, bench.show.id, episode.id);
    await work();
    bench.world.clock.forward(61_000);
    await startMailings(bench.world.db, bench.world.clock.now());
    const rounds = () => bench.world.db.manager.findBy(OutboxRow, { name: 'audience.send' });
    const [first] = await rounds();
    await handlers()['audience.send'](first!.payload as never, run);
    await handlers()['audience.send'](first!.payload as never, run);
    expect([bench.sent.length, (await rounds()).length]).toEqual([60, 2]);
    const waiting = await bench.world.db.query(
      `select follower_id as id from deliveries where state = 'waiting' limit 1`,
    );
    await bench.world.db.manager.delete(Follower, { id: waiting[0].id });
    await work();
    expect([bench.sent.length, new Set(bench.sent.map(({ to }) => to)).size]).toEqual([149, 149]);
    expect(await rounds()).toHaveLength(3);
    expect(await bench.world.db.manager.findOneByOrFail(Mailing, {})).toMatchObject({ state: 'done', sent: 149 });
  });

  it('goes no further when the episode is taken back between two batches', async () => {
    await crowd(70);
    const episode = await draft();
    await bench.world.catalog.publishing.publish(system, bench.show.id, episode.id);
    await work();
    bench.world.clock.forward(61_000);
    await startMailings(bench.world.db, bench.world.clock.now());
    const [first] = await bench.world.db.manager.findBy(OutboxRow, { name: 'audience.send' });
    await handlers()['audience.send'](first!.payload as never, run);
    await bench.world.catalog.publishing.unpublish(system, bench.show.id, episode.id);
    await work();
    expect(bench.sent).toHaveLength(60);
    expect(await bench.world.db.manager.findOneByOrFail(Mailing, {})).toMatchObject({
      state: 'dropped',
      sent: 60,
      failed: 10,
    });
  });

  it('takes twenty thousand followers a bench.show, no more, and begins to tell them all at once', async () => {
    await crowd(19_999);
    expect((await ask({ email: 'last@example.org' })).status).toBe(202);
    expect((await ask({ email: 'too-late@example.org' })).status).toBe(429);
    const episode = await draft();
    await bench.world.catalog.publishing.publish(system, bench.show.id, episode.id);
    await work();
    bench.world.clock.forward(61_000);
    await startMailings(bench.world.db, bench.world.clock.now());
    expect(await bench.world.db.manager.findOneByOrFail(Mailing, {})).toMatchObject({
      state: 'sending',
      total: 19_999,
    });
    const [first] = await bench.world.db.manager.findBy(OutboxRow, { name: 'audience.send' });
    await handlers()['audience.send'](first!.payload as never, run);
    expect(bench.sent.filter(({ to }) => to.startsWith('crowd'))).toHaveLength(60);
  });

  it('says nothing of what was out elsewhere before it was imported', async () => {
    await follow({});
    bench.sent = [];
    const imported = await draft();
    const yesterday = new Date(bench.world.clock.now().getTime() - 24 * 3_600_000);
    await bench.world.db.manager.update(EpisodeRow, { id: imported.id }, { publishedAt: yesterday });
    await publish(imported);
    expect([bench.sent, await bench.world.db.manager.find(Mailing)]).toEqual([[], []]);
  });

  it('sends nothing about what is taken back within the minute, unlisted, for subscribers, or of last month', async () => {
    await follow({});
    bench.sent = [];
    const taken = await draft();
    await bench.world.catalog.publishing.publish(system, bench.show.id, taken.id);
    await work();
    await bench.world.catalog.publishing.unpublish(system, bench.show.id, taken.id);
    bench.world.clock.forward(61_000);
    await startMailings(bench.world.db, bench.world.clock.now());
    for (const basics of [{ isUnlisted: true }, { subscribersUntil: '2030-01-01T00:00:00Z' }]) {
      const episode = await draft();
      await bench.world.db.manager.update(EpisodeCopy, { episodeId: episode.id }, basics as never);
      await publish(episode);
    }
    const old = await draft();
    await bench.world.db.manager.update(EpisodeRow, { id: old.id }, { publishedAt: new Date('2026-04-01T00:00:00Z') });
    await publish(old);
    expect(bench.sent).toEqual([]);
    expect((await bench.world.db.manager.find(Mailing)).map(({ state }) => state)).toEqual(['dropped']);
    await publish(taken);
    expect(bench.sent).toHaveLength(1);
  });

  it('goes on after the mail server was away, and lets go of addresses that it refuses', async () => {
    for (const name of ['a', 'b', 'c']) await follow({ email: `${name}@example.org` });
    bench.sent = [];
    bench.refuse = ({ to }) =>
      to.startsWith('b') ? new EstradeError('MAIL_REFUSED', 422, 'no') : new EstradeError('MAIL_AWAY', 503, 'later');
    await expect(publish(await draft())).rejects.toMatchObject({ code: 'MAIL_AWAY' });
    bench.refuse = ({ to }) => (to.startsWith('b') ? new EstradeError('MAIL_REFUSED', 422, 'no') : undefined);
    await work();
    expect(bench.sent.map(({ to }) => to).sort()).toEqual(['a@example.org', 'c@example.org']);
    expect(new Set(bench.sent.map(({ id }) => id)).size).toBe(2);
    expect(await bench.world.db.manager.findOneByOrFail(Mailing, {})).toMatchObject({
      state: 'done',
      sent: 2,
      failed: 1,
    });
    await publish(await draft());
    await publish(await draft());
    await forgetFollowers(bench.world.db, bench.world.clock.now());
    expect((await people()).map(({ email }) => email).sort()).toEqual(['a@example.org', 'c@example.org']);
  });
});
