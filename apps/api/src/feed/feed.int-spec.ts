import { Episode, type Show } from '#libs/catalog';
import { Feed, FeedVersion, makeBuildFeed, makeCheckFeed } from '#libs/feeds';
import { type Role, system } from '#libs/kernel';
import { PersonsService } from '#libs/people';
import { type TestApi, openTestApi, signInOwner } from '../../../../test/api.js';
import { findBreaches } from '../../../../test/feeds/rules/check.js';
import { aUser } from '../../../../test/factories/accounts.js';
import { anEpisode, aPerson, aShow } from '../../../../test/factories/catalog.js';
import type { AdviceAnswer, FeedAnswer, FeedsAnswer, VersionAnswer } from './feed.answer.js';

let t: TestApi;
let cookie: string;
let show: Show;

beforeAll(async () => {
  t = await openTestApi();
  cookie = await signInOwner(t);
});
beforeEach(async () => {
  show = await aShow(t.dataSource);
});
afterAll(() => t.close());

const ask = (method: string, end: string, body?: unknown, as = cookie) =>
  t.ask(method, `/api/v1/shows/${show.id}${end}`, { as, body });
const feeds = async () => (await ask('GET', '/feeds')).json<FeedsAnswer>();
const feed = async (): Promise<FeedAnswer> => (await feeds()).items[0]!;
const versions = async () =>
  (await ask('GET', `/feeds/${(await feed()).id}/versions`)).json<{ items: VersionAnswer[]; total: number }>();

/** What the worker does after a change. */
async function build(): Promise<void> {
  const { addresses, clock } = t.deps;
  const { id } = await t.dataSource.getRepository(Feed).findOneByOrFail({ kind: 'show', subjectId: show.id });
  const [{ version }] = await t.dataSource
    .query(
      'update feeds set wanted_version = wanted_version + 1, built_at = null where id = $1 returning wanted_version as version',
      [id],
    )
    .then(([rows]: [[{ version: number }]]) => rows);
  t.clock.pass(5_000);
  await makeBuildFeed({ dataSource: t.dataSource, addresses, clock } as never)({ feedId: id, version }, {} as never);
}

async function wantFeed(): Promise<void> {
  await t.dataSource.query(
    `insert into feeds (id, kind, subject_id) values (gen_random_uuid(), 'show', $1) on conflict do nothing`,
    [show.id],
  );
  await build();
}

/** An episode that listeners have; its words can be changed under it. */
async function publish(title: string): Promise<Episode> {
  const texts = [{ lang: 'fr' as const, title, summary: 'En deux mots.', notes: '' }];
  const episode = await anEpisode(t.dataSource, show, { texts, publishedAt: t.clock.at });
  await wantFeed();
  return episode;
}

const rename = async (episode: Episode, title: string) => {
  await t.dataSource.query(
    `update episode_texts set title = $2 where lang = 'fr' and copy_id in (select id from episode_copies where episode_id = $1)`,
    [episode.id, title],
  );
};

const asMember = async (role: Role) => {
  const user = await aUser(t.dataSource);
  await t.accounts.memberships.grant(t.dataSource.manager, user.id, show.id, role);
  return `estrade_login=${(await t.accounts.logins.open(user.id, '')).issued!.secret}`;
};

describe('the feeds of a show', () => {
  it('are listed with their address, size and last change', async () => {
    expect((await feeds()).items).toEqual([]);
    await publish('Bonjour');
    const { served, url, kind } = await feed();
    expect({ kind, url }).toEqual({ kind: 'show', url: `https://estrade.test/${show.slug}/feed.xml` });
    expect(served).toMatchObject({ items: 1, pages: 1, restoredFrom: null });
    const { identity, gzip } = await t.dataSource
      .getRepository(FeedVersion)
      .findOneByOrFail({ feedId: (await feed()).id });
    expect([served!.bytes, served!.sentBytes]).toEqual([identity.length, gzip.length]);
  });

  it('keep every version, with what each changed and what apps saw of that', async () => {
    const episode = await publish('Bonjour');
    await rename(episode, 'Bonsoir');
    await build();
    await publish('Le deuxième');
    const { items, total } = await versions();
    expect(total).toBe(3);
    expect(items.map(({ state, items }) => [state, items])).toEqual([
      ['served', 2],
      ['past', 1],
      ['past', 1],
    ]);
    const { id } = await feed();
    const compare = async (n: number) => (await ask('GET', `/feeds/${id}/versions/${items[n]!.id}`)).json<never>();
    expect(await compare(1)).toMatchObject({
      diff: {
        added: [],
        removed: [],
        changed: [{ title: 'Bonsoir', fields: [{ name: 'title', before: 'Bonjour', after: 'Bonsoir' }] }],
      },
      effects: [
        { app: 'apple', effects: [{ code: 'texts', count: 1 }] },
        { app: 'spotify' },
        { app: 'youtube', effects: [{ code: 'kept', count: 1 }] },
        { app: 'podcasting2' },
        { app: 'classic' },
      ],
    });
    expect(await compare(0)).toMatchObject({ diff: { added: [{ title: 'Le deuxième' }], counts: { added: 1 } } });
    expect(await compare(2)).toMatchObject({ previous: null, diff: { counts: { added: 1 } } });
  });

  it('hand out the bytes of an old version', async () => {
    await publish('Bonjour');
    const { id } = await feed();
    const [version] = (await versions()).items;
    const answer = await ask('GET', `/feeds/${id}/versions/${version!.id}/feed.xml`);
    expect(answer.headers['content-type']).toBe('application/rss+xml; charset=utf-8');
    expect(answer.headers['content-disposition']).toMatch(/^attachment/);
    expect(findBreaches(answer.bytes)).toEqual([]);
  });

  it('are nobody else’s to see', async () => {
    await publish('Bonjour');
    const { id } = await feed();
    const [version] = (await versions()).items;
    const other = await aShow(t.dataSource);
    const path = `/api/v1/shows/${other.id}/feeds/${id}/versions`;
    expect((await t.ask('GET', path, { as: cookie })).status).toBe(404);
    expect((await t.ask('GET', `${path}/${version!.id}`, { as: cookie })).status).toBe(404);
    expect((await t.ask('GET', `${path}/${version!.id}/feed.xml`, { as: cookie })).status).toBe(404);
  });
});

describe('putting a version back', () => {
  const restore = async (nth: number, body: object = {}, as = cookie) => {
    const { id } = await feed();
    const { items } = await versions();
    t.clock.pass(5_000);
    return ask('POST', `/feeds/${id}/versions/${items[nth]!.id}/restore`, body, as);
  };
  const bytes = async () => {
    const { id } = await feed();
    const { items } = await versions();
    return (await ask('GET', `/feeds/${id}/versions/${items.find(({ state }) => state === 'served')!.id}/feed.xml`))
      .text;
  };

  it('serves its words again under a new date, until something changes', async () => {
    const episode = await publish('Bonjour');
    const before = await bytes();
    await rename(episode, 'Une faute');
    await build();
    expect((await restore(1)).status).toBe(200);
    const undated = (xml: string) => xml.replace(/<lastBuildDate>.*?<\/lastBuildDate>/, '');
    expect(undated(await bytes())).toBe(undated(before));
    expect(await bytes()).not.toBe(before);
    expect((await feed()).served!.restoredFrom).not.toBeNull();
    await build(); // somebody was heard of, but the content is what it was
    expect(await bytes()).toContain('Bonjour');
    await rename(episode, 'Mieux');
    await build();
    expect(await bytes()).toContain('Mieux');
    expect((await feed()).served!.restoredFrom).toBeNull();
  });

  it('asks before listeners lose an episode', async () => {
    await publish('Bonjour');
    await publish('Le deuxième');
    const refused = await restore(1);
    expect([refused.status, refused.json()]).toMatchObject([
      409,
      { code: 'FEED_VERSION_LACKS_EPISODES', missing: [{ title: 'Le deuxième' }] },
    ]);
    expect((await restore(1, { acceptMissing: true })).status).toBe(200);
    expect((await feed()).served!.items).toBe(1);
  });

  it('never publishes again what was withdrawn (abuse:A31)', async () => {
    await publish('Bonjour');
    const second = await publish('Retiré');
    await t.dataSource.getRepository(Episode).update({ id: second.id }, { state: 'withdrawn' });
    await build();
    const refused = await restore(1, { acceptMissing: true });
    expect([refused.status, refused.json()]).toMatchObject([
      409,
      { code: 'FEED_VERSION_UNSAFE', problems: [{ code: 'not-public', title: 'Retiré' }] },
    ]);
  });

  it('never names again who is hidden since, nor anybody as they were called before (ux:K-24, ux:K-25)', async () => {
    const { id: personId } = await aPerson(t.dataSource, 'Ève Roy');
    const people = [{ personId, role: 'guest' as const, organisation: 'Zyxwert', texts: [] }];
    await anEpisode(t.dataSource, show, { title: 'Bonjour', people, publishedAt: t.clock.at });
    await wantFeed();
    expect(await bytes()).toContain('Zyxwert');
    await t.dataSource.query(`update appearances set employer = 'hidden' where person_id = $1`, [personId]);
    await build();
    expect(await bytes()).not.toContain('Zyxwert');
    expect((await restore(1)).json()).toMatchObject({ code: 'FEED_VERSION_UNSAFE', problems: [{ title: 'Bonjour' }] });
    await t.dataSource.query(`update appearances set employer = 'named' where person_id = $1`, [personId]);
    t.clock.pass(5_000);
    const persons = new PersonsService(t.dataSource, { acceptPhoto: async () => ({ key: '' }) }, t.deps.clock);
    await persons.update(system, personId, { name: 'Ève Roy-Côté' });
    await build();
    expect((await restore(1)).json()).toMatchObject({ code: 'FEED_VERSION_UNSAFE', problems: [{ title: 'Bonjour' }] });
  });

  it('is for producers', async () => {
    await publish('Bonjour');
    await publish('Le deuxième');
    expect((await restore(1, {}, await asMember('editor'))).status).toBe(403);
  });
});

describe('the check of a feed', () => {
  const check = async () => {
    const { addresses, clock } = t.deps;
    const stat = async (key: string) =>
      missing.has(key) ? undefined : { bytes: sizes.get(key) ?? 0, modifiedAt: clock.now() };
    await makeCheckFeed({ dataSource: t.dataSource, addresses, clock, storage: { stat } })(
      { feedId: (await feed()).id },
      {} as never,
    );
    return (await feed()).check!;
  };
  const missing = new Set<string>();
  const sizes = new Map<string, number>();
  const readSizes = async () => {
    const rows: { key: string; bytes: string }[] = await t.dataSource.query('select key, bytes from renditions');
    for (const { key, bytes } of rows) sizes.set(key, Number(bytes));
    return rows.map(({ key }) => key);
  };
  const ids = (advice: AdviceAnswer[]) => advice.map(({ id }) => id);

  it('is kept with its time, and ordered by hand', async () => {
    await publish('Bonjour');
    await readSizes();
    const asked = await ask('POST', `/feeds/${(await feed()).id}/check`);
    expect([asked.status, asked.json<FeedAnswer>().check]).toMatchObject([202, { isRunning: true, checkedAt: null }]);
    expect(await check()).toMatchObject({ isRunning: false, isStale: false, items: 1, count: 0, advice: [] });
    expect((await feed()).check!.checkedAt).toBe(t.clock.at.toISOString());
  });

  it('finds a file that is gone or has another size', async () => {
    const episode = await publish('Bonjour');
    await readSizes();
    const [{ key }] = await t.dataSource.query(
      `select r.key from renditions r join revisions v on v.id = r.revision_id join episodes e on e.recording_id = v.recording_id
       where e.id = $1`,
      [episode.id],
    );
    missing.add(key);
    expect((await check()).advice).toMatchObject([
      { id: 'dead-enclosure', level: 'blocking', episodeId: episode.id, field: 'audio' },
    ]);
    missing.clear();
    sizes.set(key, 1);
    expect(ids((await check()).advice)).toEqual(['dead-enclosure']);
  });

  it('says what is a choice until the show says that it is meant', async () => {
    await publish('Bonjour');
    await readSizes();
    await t.dataSource.query(`update shows set owner_email = '' where id = $1`, [show.id]);
    expect((await check()).advice).toMatchObject([{ id: 'owner-email', level: 'advisory', silenceable: true }]);
    expect((await ask('PUT', '/feed-silences/owner-email')).status).toBe(204);
    expect((await feed()).check).toMatchObject({ count: 0, advice: [] });
    expect((await feeds()).silenced).toEqual(['owner-email']);
    expect((await ask('DELETE', '/feed-silences/owner-email')).status).toBe(204);
    expect(ids((await feed()).check!.advice)).toEqual(['owner-email']);
    expect((await ask('PUT', '/feed-silences/dead-enclosure')).status).toBe(404);
    expect((await ask('PUT', '/feed-silences/no-such-thing')).status).toBe(404);
  });
});

describe('the preview of a release', () => {
  interface Preview {
    itemXml: string;
    diff: { added: { title: string }[]; changed: { title: string; fields: { name: string }[] }[] };
    effects: { app: string; effects: { code: string }[] }[];
    advice: AdviceAnswer[];
    opensAt: string | null;
  }
  const preview = async ({ id }: Episode) => (await ask('GET', `/episodes/${id}/feed-preview`)).json<Preview>();

  it('shows a draft as the item that it will be, and that it is new to every app', async () => {
    await publish('Bonjour');
    const draft = await anEpisode(t.dataSource, show, { title: 'À venir', state: 'draft' });
    const { itemXml, diff, effects } = await preview(draft);
    expect(itemXml).toMatch(/^<item>\n {2}<title><!\[CDATA\[À venir\]\]><\/title>\n/);
    expect(itemXml).toContain(`<guid isPermaLink="false">${draft.guid}</guid>`);
    expect(diff).toMatchObject({ added: [{ title: 'À venir' }], changed: [] });
    expect(effects.map(({ effects }) => effects)).toEqual(Array(5).fill([{ code: 'new-episodes', count: 1 }]));
  });

  it('has everything that the feed will say', async () => {
    const draft = await anEpisode(t.dataSource, show, {
      title: 'À venir & plus',
      state: 'draft',
      chapters: '0:00 Un\n0:20 Deux',
    });
    const { itemXml } = await preview(draft);
    const tight = (xml: string) => xml.replace(/\n\s*</g, '<').replace(/<(pubDate|link)>.*?<\/\1>/g, '');
    expect(tight(itemXml)).toContain('À venir & plus');
    expect(tight(itemXml)).toContain('<psc:chapter start="00:00:20.000" title="Deux"/>');
  });

  it('tells which fields an update changes, and nothing when nothing would', async () => {
    const episode = await publish('Bonjour');
    expect((await preview(episode)).diff).toMatchObject({ added: [], changed: [] });
    const working = `copy_id in (select id from episode_copies where episode_id = $1 and kind = 'working')`;
    await t.dataSource.query(`update episode_texts set summary = 'Autre chose.' where ${working}`, [episode.id]);
    const { diff } = await preview(episode);
    expect(diff.changed.map(({ fields }) => fields.map(({ name }) => name))).toEqual([['description']]);
  });

  it('advises with the field to go to, of this episode and the show alone', async () => {
    const other = await publish('Épisode 3 : Bonjour');
    const draft = await anEpisode(t.dataSource, show, { title: '#4 – À venir', state: 'draft', revision: false });
    const { advice, itemXml } = await preview(draft);
    expect(itemXml).toBe('');
    expect(advice.map(({ id, field, episodeId }) => [id, field, episodeId])).toEqual([
      ['no-audio', 'audio', draft.id],
      ['title-number', 'texts.fr.title', draft.id],
    ]);
    expect(advice.map(({ episodeId }) => episodeId)).not.toContain(other.id);
  });
});
