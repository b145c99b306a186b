import { cookieOf, openTestApi, signInOwner, type TestApi } from '../../../../test/api.js';
import { aPerson, anEpisode, aShow } from '../../../../test/factories/catalog.js';
import type { Show } from '#libs/catalog';
import { newId } from '#libs/kernel';
import { Affiliation } from '#libs/people';
import type { MergeAnswer, PeopleAnswer, PersonAnswer, PersonRecordAnswer } from './person.answer.js';

describe('people, over the API', () => {
  let t: TestApi;
  let cookie: string;
  let show: Show;
  const ids: Record<string, string> = {};
  const ask = async (method: string, at: string, body?: unknown) => {
    const answer = await t.ask(method, `/api/v1${at}`, { as: cookie, body, headers: { 'accept-language': 'en' } });
    cookie = cookieOf(answer) ?? cookie;
    return answer;
  };
  const list = async (query = '') => (await ask('GET', `/people${query}`)).json<PeopleAnswer>();

  beforeAll(async () => {
    t = await openTestApi();
    cookie = await signInOwner(t);
    show = await aShow(t.dataSource);
    for (const name of ['Karim Benali', 'Karim B.', 'Mélanie Roy']) ids[name] = (await aPerson(t.dataSource, name)).id;
    const people = [{ personId: ids['Karim B.']!, role: 'guest' as const, organisation: 'Y', texts: [] }];
    await anEpisode(t.dataSource, show, { title: 'Deux', people });
  });
  afterAll(() => t.close());

  it('are listed with what is special about them', async () => {
    const all = await list();
    expect(all.items.map(({ name, episodes }) => [name, episodes])).toEqual([
      ['Karim B.', 1],
      ['Karim Benali', 0],
      ['Mélanie Roy', 0],
    ]);
    expect(all.counts).toEqual({ all: 3, twice: 2, hidden: 0, renamed: 0 });
    expect((await list('?q=MELANIE')).items.map(({ name }) => name)).toEqual(['Mélanie Roy']);
    expect((await list('?filter=twice')).total).toBe(2);
    expect((await ask('GET', '/people?filter=all%00&page=1e9')).status).toBe(422);
  });

  it('take every field of the living record, and say when a biography was written', async () => {
    const at = `/persons/${ids['Mélanie Roy']}`;
    const form = {
      ...{ pronunciation: 'mé-la-ni', fediverse: '@m@social.example', isHidden: true, hidesNow: true },
      texts: [{ lang: 'fr', biography: 'Elle écrit.' }],
      affiliations: [{ title: 'Associée', organisation: 'Y', since: '2024-10-01' }],
    };
    const saved = (await ask('PATCH', at, form)).json<PersonAnswer>();
    expect(saved).toMatchObject({ pronunciation: 'mé-la-ni', fediverse: '@m@social.example', isHidden: true });
    expect(saved.texts[0]!.saidOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect((await ask('PATCH', at, { fediverse: 'x y' })).status).toBe(422);
    const [row] = (await list('?filter=hidden')).items;
    expect(row).toMatchObject({ name: 'Mélanie Roy', now: { title: 'Associée', organisation: 'Y' } });
  });

  it('move to another address; the old one leads on only where that was agreed', async () => {
    const id = ids['Mélanie Roy']!;
    await ask('POST', `/persons/${id}/address`, { slug: 'Mélanie Côté', redirects: true });
    const record = (await ask('GET', `/people/${id}`)).json<PersonRecordAnswer>();
    expect(record.formerAddresses).toMatchObject([{ slug: 'melanie-roy', redirects: true }]);
    expect(record.history.map(({ fields }) => fields[0])).toContain('address');
    expect((await ask('POST', `/persons/${id}/address`, { slug: 'karim-b', redirects: true })).status).toBe(422);
    expect((await list('?filter=renamed')).total).toBe(1);
  });

  it('are merged after a look at what happens, and parted again', async () => {
    const [keep, gone] = [ids['Karim Benali']!, ids['Karim B.']!];
    const preview = await ask('GET', `/persons/${keep}/merge-preview?goneId=${gone}`);
    expect(preview.json()).toMatchObject({ keep: { name: 'Karim Benali' }, episodes: [{ title: 'Deux' }], both: [] });
    const done = (await ask('POST', `/persons/${keep}/merges`, { goneId: gone })).json<MergeAnswer>();
    const record = (await ask('GET', `/people/${keep}`)).json<PersonRecordAnswer>();
    expect(record).toMatchObject({ merges: [{ id: done.id, goneName: 'Karim B.' }], appearances: [{ title: 'Deux' }] });
    expect((await list()).counts).toMatchObject({ all: 2, twice: 0 });
    expect((await ask('DELETE', `/persons/${keep}/merges/${done.id}`)).json()).toMatchObject({ id: keep });
    expect((await list()).counts).toMatchObject({ all: 3, twice: 2 });
    expect((await ask('GET', `/persons/${keep}/merge-preview?goneId=../x`)).status).toBe(404);
    expect((await ask('POST', `/persons/${keep}/merges`, { goneId: keep })).status).toBe(422);
  });

  it('are proposed as one no more once somebody said that they are two, until that is taken back', async () => {
    const [one, other] = [ids['Karim Benali']!, ids['Karim B.']!];
    const at = `/persons/${one}/different/${other}`;
    const record = async (id: string) => (await ask('GET', `/people/${id}`)).json<PersonRecordAnswer>();
    expect((await ask('PUT', at)).status).toBe(204);
    expect((await ask('PUT', `/persons/${other}/different/${one}`)).status).toBe(204);
    expect((await list()).counts).toMatchObject({ all: 3, twice: 0 });
    expect(await record(other)).toMatchObject({ lookalikes: [], different: [{ id: one, name: 'Karim Benali' }] });
    const told = (await record(one)).history.filter(({ fields }) => fields[0] === 'apart');
    expect(told).toHaveLength(1);
    expect((await ask('DELETE', at)).status).toBe(204);
    expect((await ask('DELETE', at)).status).toBe(404);
    expect((await list()).counts).toMatchObject({ twice: 2 });
    expect((await record(one)).different).toEqual([]);
    expect((await ask('PUT', `/persons/${one}/different/${one}`)).status).toBe(422);
    expect((await ask('PUT', `/persons/${one}/different/${show.id}`)).status).toBe(404);
  });

  it('are erased by who owns the instance, after a look at what goes and with the name said once more', async () => {
    const { id } = await aPerson(t.dataSource, 'Dominique Roy');
    const people = [{ personId: id, role: 'guest' as const, organisation: '', texts: [] }];
    const episode = await anEpisode(t.dataSource, show, { title: 'Merci, Dominique Roy', people });
    const link = { personId: id, email: 'roy@example.org', locale: 'fr-CA', timeZone: 'America/Montreal' };
    expect((await ask('POST', `/shows/${show.id}/episodes/${episode.id}/kits`, link)).status).toBeLessThan(300);
    for (const to of ['roy@example.org', 'claire@example.org']) {
      await t.deps.mailer.send({ to, subject: 'Un mot', text: '', html: '' });
    }
    const preview = (await ask('GET', `/persons/${id}/erasure`)).json();
    expect(preview).toMatchObject({ name: 'Dominique Roy', links: 1, episodes: [{ isStillNamed: true }] });
    const wrong = await ask('POST', `/persons/${id}/erasure`, { name: 'Dominique' });
    expect([wrong.status, JSON.stringify(wrong.json())]).toEqual([422, expect.stringContaining('not the name')]);
    expect((await ask('POST', `/persons/${id}/erasure`, { name: ' Dominique  Roy ' })).status).toBe(204);
    // The log says that, which record and by whom; not who it was.
    const line = t.log.find((each) => each.includes('a person was erased'))!;
    expect([line.includes(id), line.includes('userId'), line.includes('Roy')]).toEqual([true, true, false]);
    const kept = (await t.deps.mailer.listKeptMails()).map(({ to }) => to);
    expect([kept.includes('roy@example.org'), kept.includes('claire@example.org')]).toEqual([false, true]);
    expect((await ask('GET', `/people/${id}`)).status).toBe(404);
    expect((await ask('POST', `/persons/${id}/erasure`, { name: 'Dominique Roy' })).status).toBe(404);
  });

  it('who were told apart and merged all the same may be proposed again after the merge is taken back', async () => {
    const [keep, gone] = [ids['Karim Benali']!, ids['Karim B.']!];
    await ask('PUT', `/persons/${keep}/different/${gone}`);
    const done = (await ask('POST', `/persons/${keep}/merges`, { goneId: gone })).json<MergeAnswer>();
    await ask('DELETE', `/persons/${keep}/merges/${done.id}`);
    expect((await list()).counts).toMatchObject({ twice: 2 });
  });

  it('are listed with what they do now, else with what they were heard as last', async () => {
    const zoe = await aPerson(t.dataSource, 'Zoé Lefèvre');
    const heard = (organisation: string, title: string, more = {}) => [
      {
        personId: zoe.id,
        role: 'guest' as const,
        organisation,
        texts: [{ lang: 'fr', title, disclaimer: '' }],
        ...more,
      },
    ];
    const of = async () => (await list('?q=zoe')).items[0]!;
    expect(await of()).toMatchObject({ now: null, heardAs: null });
    for (const [recordedOn, people] of [
      ['2026-02-10', heard('Z', 'Analyste en chef')],
      ['2026-01-10', heard('Y', 'Analyste')],
    ] as const) {
      const { id } = await anEpisode(t.dataSource, show, { people });
      await t.dataSource.query('update episode_copies set recorded_on = $1 where episode_id = $2', [recordedOn, id]);
    }
    const titles = [{ lang: 'fr', title: 'Analyste en chef' }];
    expect((await of()).heardAs).toEqual({ organisation: 'Z', titles, on: '2026-02-10' });
    // An employer that may not be named is not named here, either.
    await t.dataSource.query(`update appearances set employer = 'hidden' where organisation = 'Z'`);
    expect((await of()).heardAs).toEqual({ organisation: '', titles, on: '2026-02-10' });
    await t.dataSource.getRepository(Affiliation).insert({ id: newId(), personId: zoe.id, title: 'Directrice' });
    expect(await of()).toMatchObject({ now: { title: 'Directrice' }, heardAs: null });
  });
});
