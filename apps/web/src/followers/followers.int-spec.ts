import {
  Follower,
  forgetFollowers,
  makeAudienceHandlers,
  Mailing,
  mailingSubscriptions,
  startMailings,
} from '#libs/audience';
import { type Episode, Episode as EpisodeRow, EpisodeCopy, type Show } from '#libs/catalog';
import { OutboxRow } from '#libs/database';
import { EstradeError, newId, system } from '#libs/kernel';
import type { Mail } from '#libs/mail';
import type { JobRun } from '#libs/queue';
import { IsNull } from 'typeorm';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { testSecret } from '../../../../test/factories/world.js';
import { aWebWorld, type WebWorld } from '../web.fixture.js';

const run: JobRun = { signal: new AbortController().signal, attempt: 1, isLastTry: false };

describe('following by mail', () => {
  let world: WebWorld;
  let show: Show;
  let sent: Mail[];
  let refuse: (mail: Mail) => Error | undefined;
  let clients = 0;

  beforeEach(async () => {
    world = await aWebWorld();
    show = await aShow(world.db);
    [sent, refuse] = [[], () => undefined];
  });
  afterEach(() => world?.close());

  const handlers = () =>
    makeAudienceHandlers({
      ...{ dataSource: world.db, addresses: world.addresses, clock: world.clock, secret: testSecret },
      mailer: {
        send: async (mail) => {
          const error = refuse(mail);
          if (error) throw error;
          sent.push(mail);
        },
      },
    });
  const post = (path: string, body = '', headers: Record<string, string> = {}) =>
    fetch(`${world.origin}${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  const ask = (form: Record<string, string>, headers = {}) =>
    post(
      '/follow',
      new URLSearchParams({
        target: 'show',
        id: show.id,
        locale: 'fr-CA',
        email: 'ada@example.org',
        ...form,
      }).toString(),
      headers,
    );
  /** What the worker would do: facts become mailings, rows of jobs become mails. */
  const work = async () => {
    const facts = mailingSubscriptions(world.clock);
    for (;;) {
      const where = { relayedAt: IsNull() };
      const [row] = await world.db.manager.find(OutboxRow, { where, order: { id: 'ASC' }, take: 1 });
      if (!row) return;
      for (const subscription of facts[row.name] ?? []) await subscription(row.payload as never, world.db.manager);
      if (row.name === 'audience.confirm') await handlers()['audience.confirm'](row.payload as never, run);
      if (row.name === 'audience.send') await handlers()['audience.send'](row.payload as never, run);
      await world.db.manager.update(OutboxRow, { id: row.id }, { relayedAt: world.clock.now() });
    }
  };
  const pathIn = (mail: Mail | undefined, end: string) =>
    new RegExp(`/follow/[0-9a-f]{40}/${end}`).exec(`${mail?.text}${mail?.headers?.['List-Unsubscribe'] ?? ''}`)?.[0] ??
    '';
  /** Asked and confirmed; answers the path that stops it. */
  const follow = async (form: Record<string, string>) => {
    sent = [];
    expect((await ask(form)).status).toBe(202);
    await work();
    const confirm = pathIn(sent.at(-1), 'confirm');
    expect((await post(confirm)).status).toBe(200);
    return confirm.replace('confirm', 'stop');
  };
  const publish = async (episode: Episode) => {
    await world.catalog.publishing.publish(system, show.id, episode.id);
    await work();
    world.clock.forward(61_000);
    await startMailings(world.db, world.clock.now());
    await work();
  };
  const draft = async (given: Parameters<typeof anEpisode>[2] = {}) => {
    const episode = await anEpisode(world.db, show, { state: 'draft', ...given });
    await world.db.manager.update(EpisodeRow, { id: episode.id }, { createdAt: world.clock.now() });
    return episode;
  };
  /** So many that have confirmed, straight into the rows. */
  const crowd = (count: number) =>
    world.db.query(
      `insert into followers (id, target, target_id, show_id, is_once, email, locale, state, secret_hash, wording, asked_at, confirmed_at)
       select gen_random_uuid(), 'show', $1, $1, false, 'crowd-' || n || '@example.org', 'fr-CA', 'confirmed', n::text, 'x', now(), now()
       from generate_series(1, $2::int) n`,
      [show.id, count],
    );
  const people = () => world.db.manager.find(Follower);

  it('asks by mail first, and only a button confirms: scanners open every link', async () => {
    const answer = await ask({ email: ' Ada@Example.org ' });
    expect(answer.status).toBe(202);
    expect(answer.headers.get('cache-control')).toContain('no-store');
    await work();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      to: 'ada@example.org',
      subject: 'À confirmer\u00a0: les nouveaux épisodes de «\u00a0Des dates plutôt que des logos\u00a0»',
    });
    expect(sent[0]!.text).toContain('envoyé avec Estrade');
    const confirm = pathIn(sent[0], 'confirm');
    const page = await world.get(confirm);
    expect([page.status, page.headers['referrer-policy'], page.headers['x-robots-tag']]).toEqual([
      200,
      'no-referrer',
      'noindex',
    ]);
    expect(page.body).toMatch(/Les nouveaux épisodes de «\sDes dates/);
    expect((await people())[0]).toMatchObject({ state: 'asked', wording: '2026-11-22' });
    expect((await post(confirm)).status).toBe(200);
    expect((await people())[0]).toMatchObject({ state: 'confirmed', confirmedAt: world.clock.now() });
    expect(world.lines.join('')).not.toContain(confirm.split('/')[2]);
  });

  it('answers and does the same for an address that is known (abuse:A35)', async () => {
    await follow({});
    sent = [];
    const [known, fresh] = [await ask({}), await ask({ email: 'eve@example.org' })];
    const bare = (text: string, email: string) => text.replaceAll(email, 'x');
    expect([known.status, bare(await known.text(), 'ada@example.org')]).toEqual([
      fresh.status,
      bare(await fresh.text(), 'eve@example.org'),
    ]);
    await work();
    expect(sent.map(({ to, subject }) => [to, subject.split('\u00a0:')[0]])).toEqual([
      ['ada@example.org', 'Vous le recevez déjà'],
      ['eve@example.org', 'À confirmer'],
    ]);
    expect(await people()).toHaveLength(2);
  });

  it('fills nobody’s mailbox, and takes ten forms of one client in ten minutes (abuse:A49)', async () => {
    for (let n = 0; n < 8; n += 1) expect((await ask({})).status).toBe(202);
    await work();
    expect(sent).toHaveLength(5);
    for (let n = 0; n < 2; n += 1) await ask({ email: `a${(clients += 1)}@example.org` });
    const refused = await ask({ email: 'last@example.org' });
    expect([refused.status, await refused.text()]).toEqual([429, expect.stringContaining('10 minutes')]);
    world.clock.forward(601_000);
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

  it('tells each follower of a release once, a minute after it, in their language, with one click to stop', async () => {
    const stop = await follow({});
    await follow({ email: 'bob@example.org', locale: 'en-CA' });
    sent = [];
    const episode = await draft({ title: 'Une <b>date</b>' });
    await world.catalog.publishing.publish(system, show.id, episode.id);
    await work();
    await startMailings(world.db, world.clock.now());
    await work();
    expect(sent).toEqual([]);
    world.clock.forward(60_000);
    await startMailings(world.db, world.clock.now());
    await work();
    expect(sent.map(({ to }) => to).sort()).toEqual(['ada@example.org', 'bob@example.org']);
    const ada = sent.find(({ to }) => to.startsWith('ada'))!;
    expect(ada.html).toContain('Une &lt;b&gt;date&lt;/b&gt;');
    expect(ada.headers).toEqual({
      'List-Unsubscribe': `<${world.addresses.origin}${stop}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    expect(sent.find(({ to }) => to.startsWith('bob'))!.text).toContain('Listen\n');
    await world.catalog.publishing.unpublish(system, show.id, episode.id);
    await publish(episode);
    expect(sent).toHaveLength(2);
    const oneClick = await post(stop, 'List-Unsubscribe=One-Click', { origin: 'https://mail.example' });
    expect(oneClick.status).toBe(200);
    expect((await people()).map(({ email }) => email)).toEqual(['bob@example.org']);
    expect([(await post(stop)).status, (await world.get(stop)).status]).toEqual([200, 404]);
  });

  it('changes nothing when a link is only opened, however often (abuse:A35)', async () => {
    await ask({});
    await work();
    const confirm = pathIn(sent.at(-1), 'confirm');
    const [before] = await people();
    for (const path of [confirm, confirm.replace('confirm', 'stop')]) {
      for (const method of ['GET', 'HEAD', 'GET'])
        expect((await fetch(`${world.origin}${path}`, { method })).status).toBe(200);
    }
    expect(await people()).toEqual([before]);
    await publish(await draft());
    expect(sent).toHaveLength(1);
  });

  it('counts what is asked about one address over all that can be followed (abuse:A49)', async () => {
    const other = await aShow(world.db, { title: 'Une autre', slug: 'une-autre' });
    for (let n = 0; n < 4; n += 1) {
      await ask({});
      await ask({ id: other.id });
    }
    await work();
    expect(sent).toHaveLength(5);
    world.clock.forward(25 * 3_600_000);
    await ask({ id: other.id });
    await work();
    expect(sent).toHaveLength(6);
  });

  it('tells many in batches, each once, and not who stops between two of them', async () => {
    await crowd(150);
    const episode = await draft();
    await world.catalog.publishing.publish(system, show.id, episode.id);
    await work();
    world.clock.forward(61_000);
    await startMailings(world.db, world.clock.now());
    const rounds = () => world.db.manager.findBy(OutboxRow, { name: 'audience.send' });
    const [first] = await rounds();
    await handlers()['audience.send'](first!.payload as never, run);
    await handlers()['audience.send'](first!.payload as never, run);
    expect([sent.length, (await rounds()).length]).toEqual([60, 2]);
    const waiting = await world.db.query(`select follower_id as id from deliveries where state = 'waiting' limit 1`);
    await world.db.manager.delete(Follower, { id: waiting[0].id });
    await work();
    expect([sent.length, new Set(sent.map(({ to }) => to)).size]).toEqual([149, 149]);
    expect(await rounds()).toHaveLength(3);
    expect(await world.db.manager.findOneByOrFail(Mailing, {})).toMatchObject({ state: 'done', sent: 149 });
  });

  it('goes no further when the episode is taken back between two batches', async () => {
    await crowd(70);
    const episode = await draft();
    await world.catalog.publishing.publish(system, show.id, episode.id);
    await work();
    world.clock.forward(61_000);
    await startMailings(world.db, world.clock.now());
    const [first] = await world.db.manager.findBy(OutboxRow, { name: 'audience.send' });
    await handlers()['audience.send'](first!.payload as never, run);
    await world.catalog.publishing.unpublish(system, show.id, episode.id);
    await work();
    expect(sent).toHaveLength(60);
    expect(await world.db.manager.findOneByOrFail(Mailing, {})).toMatchObject({
      state: 'dropped',
      sent: 60,
      failed: 10,
    });
  });

  it('takes twenty thousand followers a show, no more, and begins to tell them all at once', async () => {
    await crowd(19_999);
    expect((await ask({ email: 'last@example.org' })).status).toBe(202);
    expect((await ask({ email: 'too-late@example.org' })).status).toBe(429);
    const episode = await draft();
    await world.catalog.publishing.publish(system, show.id, episode.id);
    await work();
    world.clock.forward(61_000);
    await startMailings(world.db, world.clock.now());
    expect(await world.db.manager.findOneByOrFail(Mailing, {})).toMatchObject({ state: 'sending', total: 19_999 });
    const [first] = await world.db.manager.findBy(OutboxRow, { name: 'audience.send' });
    await handlers()['audience.send'](first!.payload as never, run);
    expect(sent.filter(({ to }) => to.startsWith('crowd'))).toHaveLength(60);
  });

  it('says nothing of what was out elsewhere before it was imported', async () => {
    await follow({});
    sent = [];
    const imported = await draft();
    const yesterday = new Date(world.clock.now().getTime() - 24 * 3_600_000);
    await world.db.manager.update(EpisodeRow, { id: imported.id }, { publishedAt: yesterday });
    await publish(imported);
    expect([sent, await world.db.manager.find(Mailing)]).toEqual([[], []]);
  });

  it('stops on a one-click POST that comes as multipart (RFC 8058)', async () => {
    const stop = await follow({});
    const body = new FormData();
    body.set('List-Unsubscribe', 'One-Click');
    expect((await fetch(`${world.origin}${stop}`, { method: 'POST', body })).status).toBe(200);
    expect(await people()).toEqual([]);
  });

  it('sends nothing about what is taken back within the minute, unlisted, for subscribers, or of last month', async () => {
    await follow({});
    sent = [];
    const taken = await draft();
    await world.catalog.publishing.publish(system, show.id, taken.id);
    await work();
    await world.catalog.publishing.unpublish(system, show.id, taken.id);
    world.clock.forward(61_000);
    await startMailings(world.db, world.clock.now());
    for (const basics of [{ isUnlisted: true }, { subscribersUntil: '2030-01-01T00:00:00Z' }]) {
      const episode = await draft();
      await world.db.manager.update(EpisodeCopy, { episodeId: episode.id }, basics as never);
      await publish(episode);
    }
    const old = await draft();
    await world.db.manager.update(EpisodeRow, { id: old.id }, { publishedAt: new Date('2026-04-01T00:00:00Z') });
    await publish(old);
    expect(sent).toEqual([]);
    expect((await world.db.manager.find(Mailing)).map(({ state }) => state)).toEqual(['dropped']);
    await publish(taken);
    expect(sent).toHaveLength(1);
  });

  it('reminds of part 2 once and deletes the address, also where it follows in another way', async () => {
    const seriesId = await aSeries(world, show.id);
    const first = await draft();
    await world.db.manager.update(EpisodeCopy, { episodeId: first.id }, { seriesId, part: 1 });
    await publish(first);
    await follow({ target: 'series', id: seriesId, part: '2' });
    await follow({ email: 'bob@example.org' });
    await follow({ email: 'bob@example.org', target: 'series', id: seriesId, part: '2' });
    expect((await ask({ target: 'series', id: seriesId, part: '1' })).status).toBe(404);
    sent = [];
    const second = await draft({ title: 'La suite' });
    await world.db.manager.update(EpisodeCopy, { episodeId: second.id }, { seriesId, part: 2 });
    await publish(second);
    expect(sent.map(({ to, subject }) => [to, subject]).sort()).toEqual([
      ['ada@example.org', 'La partie 2 est parue\u00a0: La suite'],
      ['bob@example.org', 'La suite'],
    ]);
    expect(await people()).toMatchObject([{ email: 'bob@example.org', target: 'show' }]);
    expect(await world.db.manager.findOneBy(Mailing, { episodeId: second.id })).toMatchObject({
      state: 'done',
      total: 2,
      sent: 2,
    });
  });

  it('reminds of an announced release, says nothing of others, and gives it to calendars', async () => {
    const episode = await draft({ title: 'Bientôt; très, bientôt' });
    const wish = { target: 'episode', id: episode.id };
    const plan = { state: 'scheduled', scheduledAt: new Date('2026-05-14T11:00:00Z'), isAnnounced: false } as const;
    await world.db.manager.update(EpisodeRow, { id: episode.id }, plan);
    expect((await ask(wish)).status).toBe(404);
    const calendar = `/m/${episode.id}/release.ics`;
    expect((await world.get(calendar)).status).toBe(404);
    await world.db.manager.update(EpisodeRow, { id: episode.id }, { isAnnounced: true });
    const file = await world.get(calendar);
    expect([file.status, file.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8; method=PUBLISH']);
    expect(file.body).toContain('DTSTART:20260514T110000Z');
    const lines = file.body.replaceAll('\r\n\t', '').replaceAll('\u00a0', ' ');
    expect(lines).toContain('SUMMARY:Des dates plutôt que des logos : Bientôt\\; très\\, bientôt');
    await follow(wish);
    // Out between the mail and the click.
    sent = [];
    await ask({ ...wish, email: 'late@example.org' });
    await work();
    await world.db.manager.update(EpisodeRow, { id: episode.id }, { state: 'draft', scheduledAt: null });
    await publish(episode);
    expect(sent.map(({ to }) => to)).toEqual(['late@example.org', 'ada@example.org']);
    const late = await post(pathIn(sent[0], 'confirm'));
    expect([late.status, await late.text()]).toEqual([200, expect.stringContaining('C’est déjà paru')]);
    expect(await people()).toEqual([]);
  });

  it('goes on after the mail server was away, and lets go of addresses that it refuses', async () => {
    for (const name of ['a', 'b', 'c']) await follow({ email: `${name}@example.org` });
    sent = [];
    refuse = ({ to }) =>
      to.startsWith('b') ? new EstradeError('MAIL_REFUSED', 422, 'no') : new EstradeError('MAIL_AWAY', 503, 'later');
    await expect(publish(await draft())).rejects.toMatchObject({ code: 'MAIL_AWAY' });
    refuse = ({ to }) => (to.startsWith('b') ? new EstradeError('MAIL_REFUSED', 422, 'no') : undefined);
    await work();
    expect(sent.map(({ to }) => to).sort()).toEqual(['a@example.org', 'c@example.org']);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(2);
    expect(await world.db.manager.findOneByOrFail(Mailing, {})).toMatchObject({ state: 'done', sent: 2, failed: 1 });
    await publish(await draft());
    await publish(await draft());
    await forgetFollowers(world.db, world.clock.now());
    expect((await people()).map(({ email }) => email).sort()).toEqual(['a@example.org', 'c@example.org']);
  });

  it('forgets who never confirmed after seven days, and who waits for what was deleted', async () => {
    await ask({});
    const episode = await draft();
    await world.db.manager.update(
      EpisodeRow,
      { id: episode.id },
      { state: 'scheduled', scheduledAt: new Date('2026-05-14T11:00:00Z'), isAnnounced: true },
    );
    await follow({ email: 'bob@example.org', target: 'episode', id: episode.id });
    await world.db.manager.update(EpisodeRow, { id: episode.id }, { deletedAt: world.clock.now() });
    world.clock.forward(6.9 * 24 * 3_600_000);
    await forgetFollowers(world.db, world.clock.now());
    expect((await people()).map(({ email }) => email)).toEqual(['ada@example.org']);
    world.clock.forward(0.2 * 24 * 3_600_000);
    await forgetFollowers(world.db, world.clock.now());
    expect(await people()).toEqual([]);
  });
});

async function aSeries(world: WebWorld, showId: string): Promise<string> {
  const id = newId();
  await world.db.query(`insert into series (id, show_id, slug) values ($1, $2, 'pdg')`, [id, showId]);
  await world.db.query(`insert into series_texts (series_id, lang, name) values ($1, 'fr', 'La PDG')`, [id]);
  return id;
}
