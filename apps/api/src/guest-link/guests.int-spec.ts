import { Addresses, ConsentsService, CorrectionsService, GuestLinks, GuestSecrets } from '#libs/catalog';
import type { GuestActor } from '#libs/kernel';
import { OutboxRow } from '#libs/database';
import { cookieOf, openTestApi, signInOwner, type TestApi } from '../../../../test/api.js';
import { anEpisode, aPerson, aShow } from '../../../../test/factories/catalog.js';
import type { GuestsAnswer } from './guest.answer.js';

describe('the guests of an episode, over the API', () => {
  let t: TestApi;
  let cookie: string;
  let path: string;
  let episodePath: string;
  let links: GuestLinks;
  let actor: GuestActor;
  const ask = async (method: string, at: string, body?: unknown) => {
    const answer = await t.ask(method, `/api/v1${at}`, { as: cookie, body, headers: { 'accept-language': 'en' } });
    cookie = cookieOf(answer) ?? cookie;
    return answer;
  };
  const board = async () => (await ask('GET', path)).json<GuestsAnswer>();
  const melanie = async () => (await board()).items[0]!;

  beforeAll(async () => {
    t = await openTestApi();
    cookie = await signInOwner(t);
    const show = await aShow(t.dataSource);
    const guest = await aPerson(t.dataSource, 'Mélanie Roy', { texts: [{ lang: 'fr', biography: 'Chez Boréale.' }] });
    const host = await aPerson(t.dataSource, 'Claire Morin');
    const texts = [{ lang: 'fr', title: 'Directrice', disclaimer: 'Propos personnels.' }];
    const people = [
      { personId: guest.id, role: 'guest' as const, organisation: 'Boréale', employer: 'hidden' as const, texts },
      { personId: host.id, role: 'host' as const, organisation: '', texts: [] },
    ];
    const { id } = await anEpisode(
      t.dataSource,
      show,
      { people, publishedAt: t.clock.at },
      new Addresses('https://x.org'),
    );
    episodePath = `/shows/${show.id}/episodes/${id}`;
    path = `${episodePath}/guests`;
    links = new GuestLinks(t.dataSource, t.clock as never, new GuestSecrets(t.deps.secret));
  });
  afterAll(() => t.close());

  it('show who lacks what, and where an employer that is hidden can still be read', async () => {
    const [first, host] = (await board()).items;
    expect(first).toMatchObject({
      ...{ name: 'Mélanie Roy', role: 'guest', employer: 'hidden', link: null, stage: null, consents: null },
      titles: [{ lang: 'fr', title: 'Directrice' }],
      leaks: [{ field: 'biography', lang: 'fr' }],
    });
    expect(first!.missing).toEqual(['link', 'title.en', 'disclaimer.en', 'biography.en', 'photo']);
    expect(host!.missing).not.toContain('link');
  });

  it('are reminded by mail where there is one, once an hour', async () => {
    const { personId } = await melanie();
    await ask('POST', `${episodePath}/kits`, { personId });
    const { link } = await melanie();
    expect(link!.url).toMatch(/\/i\/[0-9a-f]{40}$/);
    const refused = await ask('POST', `${path}/${link!.id}/reminder`);
    expect(refused.json()).toMatchObject({ fields: [{ path: 'email' }] });
    await ask('PATCH', `${episodePath}/kits/${link!.id}`, { email: 'm@example.org' });
    expect((await ask('POST', `${path}/${link!.id}/reminder`)).status).toBe(200);
    expect((await ask('POST', `${path}/${link!.id}/reminder`)).status).toBe(429);
    const letters = await t.dataSource.getRepository(OutboxRow).findBy({ name: 'catalog.guest-letter' });
    expect(letters.map(({ payload }) => payload['kind'])).toEqual(['remind']);
    const { linkId, episodeId, ...rest } = (await links.openBySecret(link!.url!.split('/').at(-1)))!.actor;
    actor = { linkId, episodeId, ...rest };
  });

  it('have a receipt of every consent, with the words that were shown', async () => {
    const consents = {
      publish: true,
      clips: true,
      quotes: false,
      transcript: true,
      translation: false,
      training: false,
    };
    const form = { consents, locale: 'fr-CA' as const, words: 'Publier l’épisode: …' };
    await new ConsentsService(t.dataSource, t.clock as never).save(actor, form);
    const { receipts, consents: now, history } = await melanie();
    expect(now).toEqual(consents);
    expect(receipts).toMatchObject([
      { uses: consents, proof: 'code', locale: 'fr-CA', words: form.words, mailedAt: null },
    ]);
    expect(receipts[0]!.changed).toContain('quotes');
    expect(history.map(({ what }) => what)).toContain('consent');
    expect(JSON.stringify(history)).not.toMatch(/m@example\.org|[0-9a-f]{40}/);
  });

  it('ask for corrections that a producer accepts, dated on the page, or declines with a word', async () => {
    const corrections = new CorrectionsService(t.dataSource, t.clock as never);
    const titles = [{ lang: 'fr', title: 'Directrice' }];
    const before = { organisation: 'Boréale', organisationUrl: '', employer: 'hidden' as const, titles };
    const after = { ...before, titles: [{ lang: 'fr', title: 'Directrice générale' }] };
    await corrections.ask(actor, { kind: 'affiliation', before, after, reason: 'Depuis janvier.' });
    t.clock.pass(1_000);
    await corrections.ask(actor, { kind: 'moment', startMs: 62_000, endMs: null, reason: 'Un chiffre faux.' });
    const [moment, affiliation] = (await melanie()).corrections;
    expect(affiliation).toMatchObject({ state: 'open', reason: 'Depuis janvier.', after: { titles: after.titles } });
    expect(moment).toMatchObject({ startMs: 62_000, endMs: null });

    const notes = [{ lang: 'fr', text: 'Sa fonction était celle de directrice générale.' }];
    const accepted = await ask('POST', `${path}/corrections/${affiliation!.id}`, { isAccepted: true, notes });
    expect(accepted.json<GuestsAnswer>().items[0]).toMatchObject({
      titles: [{ title: 'Directrice générale' }],
      corrections: [{ state: 'open' }, { state: 'accepted', isNoted: true, notes }],
    });
    await ask('POST', `${path}/corrections/${moment!.id}`, { isAccepted: false, answer: 'Le chiffre vient de vous.' });
    expect((await melanie()).corrections[0]).toMatchObject({ state: 'refused', answer: 'Le chiffre vient de vous.' });
    expect((await ask('POST', `${path}/corrections/${moment!.id}`, { isAccepted: true })).status).toBe(404);
    expect((await ask('POST', `${path}/corrections/${moment!.id}`, { isAccepted: 1 })).status).toBe(422);
  });

  it('come in no more by a link that was withdrawn, and again by a new one', async () => {
    const { link } = await melanie();
    const secret = link!.url!.split('/').at(-1);
    await links.makeTeam(actor);
    expect((await melanie()).link!.teamUrl).toMatch(/\/i\/[0-9a-f]{40}$/);
    expect((await ask('DELETE', `${path}/${link!.id}/address`)).json<GuestsAnswer>().items[0]!.link).toMatchObject({
      ...{ url: null, teamUrl: null, email: 'm@example.org' },
    });
    expect(await links.openBySecret(secret)).toBeUndefined();
    expect((await ask('POST', `${path}/${link!.id}/reminder`)).status).toBe(422);
    await ask('POST', `${episodePath}/kits/${link!.id}/address`);
    const fresh = (await melanie()).link!.url!;
    expect(fresh).not.toBe(link!.url);
    expect(await links.openBySecret(fresh.split('/').at(-1))).toMatchObject({ role: 'guest' });
    expect((await melanie()).history.map(({ what, of }) => [what, of])).toEqual(
      expect.arrayContaining([['rotated', 'closed']]),
    );
  });
});
