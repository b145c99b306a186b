import { aPerson, anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { cookieOf, openTestApi, signInOwner, type TestApi } from '../../../../test/api.js';
import type { KitAnswer, KitsAnswer, KitTextsAnswer } from './kit.answer.js';

describe('the kits of an episode, over the API', () => {
  let t: TestApi;
  let cookie: string;
  let path: string;
  let personId: string;
  const ask = async (method: string, below: string, body?: unknown) => {
    const answer = await t.ask(method, `/api/v1${path}${below}`, {
      ...{ as: cookie, body, headers: { 'accept-language': 'en' } },
    });
    cookie = cookieOf(answer) ?? cookie;
    return answer;
  };

  beforeAll(async () => {
    t = await openTestApi();
    cookie = await signInOwner(t);
    const show = await aShow(t.dataSource);
    ({ id: personId } = await aPerson(t.dataSource, 'Mélanie Côté'));
    const people = [{ personId, role: 'guest' as const, organisation: '', texts: [] }];
    const { id } = await anEpisode(t.dataSource, show, { people, state: 'draft' });
    path = `/shows/${show.id}/episodes/${id}/kits`;
  });
  afterAll(() => t.close());

  it('name who has none yet, and make a link with everything that a producer copies', async () => {
    expect((await ask('GET', '')).json<KitsAnswer>()).toMatchObject({
      ...{ items: [], isReachable: false },
      without: [{ personId, name: 'Mélanie Côté', role: 'guest' }],
    });
    const made = await ask('POST', '', { personId, email: 'm@example.org', locale: 'fr-CA' });
    expect(made.status).toBe(201);
    const kit = made.json<KitAnswer>();
    expect(kit).toMatchObject({ personName: 'Mélanie Côté', email: 'm@example.org', stage: 'invited', kitAt: null });
    expect(kit.url).toMatch(/\/i\/[0-9a-f]{40}$/);
    expect(kit.shareUrl).toMatch(/\?via=[2-9a-z]{5}$/);
    expect(kit.shortUrl).toMatch(/\/s\/[2-9a-z]{6}$/);
    expect(kit.effect).toEqual({ visits: null, plays: null, shares: null });
    expect((await ask('GET', '')).json<KitsAnswer>().without).toEqual([]);
  });

  it('keep a wording of the producer’s own, ending with link and disclaimer, until it is emptied', async () => {
    const { linkId } = (await ask('GET', '')).json<KitsAnswer>().items[0]!;
    const at = { lang: 'fr', tone: 'sober', length: 'short' };
    expect((await ask('PUT', `/${linkId}/texts`, { ...at, text: 'Mes mots à moi' })).status).toBe(204);
    const find = async () =>
      (await ask('GET', `/${linkId}/texts?lang=fr`))
        .json<KitTextsAnswer>()
        .items.find(({ tone, length }) => tone === 'sober' && length === 'short')!;
    expect(await find()).toMatchObject({ isOwn: true });
    expect((await find()).text).toMatch(/^Mes mots à moi\n\nhttps?:.+via=/);
    await ask('PUT', `/${linkId}/texts`, { ...at, text: '' });
    expect(await find()).toMatchObject({ isOwn: false });
  });

  it('change, rotate and send; without an address they say what to do', async () => {
    const { linkId, url } = (await ask('GET', '')).json<KitsAnswer>().items[0]!;
    expect((await ask('PATCH', `/${linkId}`, { kitMail: 'never', email: '' })).json()).toMatchObject({ email: '' });
    expect((await ask('POST', `/${linkId}/mail`)).status).toBe(422);
    await ask('PATCH', `/${linkId}`, { email: 'm@example.org' });
    expect((await ask('POST', `/${linkId}/mail`)).status).toBe(204);
    const rotated = (await ask('POST', `/${linkId}/address`)).json<KitAnswer>();
    expect(rotated.url).not.toBe(url);
    expect(rotated.letters).toMatchObject([{ kind: 'kit', state: 'due' }]);
    expect(rotated.history.map(({ what }) => what)).toEqual(expect.arrayContaining(['made', 'settings', 'rotated']));
  });

  it('go out a minute later where that is asked, and not at all once taken back', async () => {
    const { linkId } = (await ask('GET', '')).json<KitsAnswer>().items[0]!;
    await t.dataSource.query('delete from guest_letters');
    const newest = async () => (await ask('GET', '')).json<KitsAnswer>().items[0]!;
    expect((await ask('POST', `/${linkId}/mail`, { afterSeconds: 60 })).status).toBe(204);
    expect((await newest()).letters).toMatchObject([{ kind: 'kit', state: 'planned', sentAt: null }]);
    expect((await ask('DELETE', `/${linkId}/mail`)).status).toBe(204);
    const { letters, history } = await newest();
    expect(letters).toEqual([]);
    expect(history[0]).toMatchObject({ what: 'mail', actor: 'user', detail: { to: 'undone' } });
    const late = await ask('DELETE', `/${linkId}/mail`);
    expect([late.status, late.json<{ code: string }>().code]).toEqual([409, 'KIT_ON_ITS_WAY']);
    expect((await ask('POST', `/${linkId}/mail`, { afterSeconds: 7200 })).status).toBe(422);
  });

  it('tell a token that may only read no address by which one could act as the guest', async () => {
    const token = await t.ask('POST', '/api/v1/tokens', { as: cookie, body: { name: 'Robot', scopes: ['read'] } });
    const { secret } = token.json<{ secret: string }>();
    for (const end of ['kits', 'guests']) {
      const answer = await t.ask('GET', `/api/v1${path.replace(/kits$/, end)}`, { as: secret });
      expect([answer.status, JSON.stringify(answer.json()).includes('Mélanie Côté')]).toEqual([200, true]);
      expect(JSON.stringify(answer.json())).not.toMatch(/\/i\/[0-9a-f]{40}/);
    }
  });

  it('refuse what is no address, no language, nobody of this episode', async () => {
    const { linkId } = (await ask('GET', '')).json<KitsAnswer>().items[0]!;
    expect((await ask('PATCH', `/${linkId}`, { email: 'nobody' })).status).toBe(422);
    expect((await ask('PATCH', `/${linkId}`, { locale: 'de-DE' })).status).toBe(422);
    expect((await ask('PATCH', `/${linkId}`, { secretHash: 'x' })).status).toBe(400);
    const other = await aPerson(t.dataSource, 'Ève Roy');
    expect((await ask('POST', '', { personId: other.id })).status).toBe(404);
  });
});
