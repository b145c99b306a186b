import { type TestApi, cookieOf, openTestApi, signInOwner } from '../../../../test/api.js';
import type { SeriesAnswer } from '../series/series.answer.js';
import type { ShowAnswer } from '../show/show.answer.js';
import type { NewSubscriberAnswer, SubscriberAnswer } from './subscriber.answer.js';

describe('what a show’s feeds are made of, over the API', () => {
  let t: TestApi;
  let cookie: string;
  let show: ShowAnswer;
  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await t.ask(method, `/api/v1${path}`, { as: cookie, body, headers: { 'accept-language': 'en' } });
    cookie = cookieOf(answer) ?? cookie;
    return answer;
  };
  beforeAll(async () => {
    t = await openTestApi();
    cookie = await signInOwner(t);
    const form = { title: 'Des dates', language: 'fr-CA', category: 'Business', subcategory: 'Management' };
    show = (await ask('POST', '/shows', form)).json<ShowAnswer>();
  });
  afterAll(() => t.close());

  it('shows a subscriber’s address once, keeps a hash of it, and takes it back', async () => {
    const at = `/shows/${show.id}/subscribers`;
    const made = await ask('POST', at, { name: ' Ève ' });
    expect(made.status).toBe(201);
    const eve = made.json<NewSubscriberAnswer>();
    expect(eve).toMatchObject({ name: 'Ève', fetchedOn: null, revokedAt: null });
    const [, secret] = /^https:\/\/estrade\.test\/f\/([0-9a-f]{40})\/feed\.xml$/.exec(eve.feedUrl)!;
    const listed = await ask('GET', at);
    expect(listed.text).not.toContain(secret);
    expect(JSON.stringify(await t.dataSource.query('select * from subscribers'))).not.toContain(secret);
    expect((await ask('PATCH', `${at}/${eve.id}`, { name: 'Ève N.' })).json<SubscriberAnswer>().name).toBe('Ève N.');
    const next = (await ask('POST', `${at}/${eve.id}/address`, {})).json<NewSubscriberAnswer>();
    expect(next.feedUrl).not.toBe(eve.feedUrl);
    expect((await ask('DELETE', `${at}/${eve.id}`)).status).toBe(204);
    expect((await ask('DELETE', `${at}/${eve.id}`)).status).toBe(204);
    const [revoked] = (await ask('GET', at)).json<{ items: SubscriberAnswer[] }>().items;
    expect(revoked!.revokedAt).not.toBeNull();
    expect((await ask('POST', at, { name: '' })).status).toBe(422);
  });

  it('makes, changes and deletes a mini-series; its segment stays, and one with episodes too', async () => {
    const at = `/shows/${show.id}/series`;
    const made = (await ask('POST', at, { name: 'La grande panne', parts: 2 })).json<SeriesAnswer>();
    expect(made).toMatchObject({
      slug: 'la-grande-panne',
      texts: [{ lang: 'fr', name: 'La grande panne' }],
      feedUrl: 'https://estrade.test/des-dates/series/la-grande-panne/feed.xml',
    });
    const texts = [
      { lang: 'fr', name: 'La panne', description: '' },
      { lang: 'en', name: 'The outage', description: 'Of 1998.' },
    ];
    const changed = await ask('PATCH', `${at}/${made.id}`, { version: 1, parts: 3, texts });
    expect(changed.json<SeriesAnswer>()).toMatchObject({ slug: 'la-grande-panne', parts: 3, version: 2 });
    expect((await ask('PATCH', `${at}/${made.id}`, { version: 1, parts: 4 })).status).toBe(409);
    expect((await ask('PATCH', `${at}/${made.id}`, { version: 2, texts: [{ lang: 'fr', name: ' ' }] })).status).toBe(
      422,
    );

    const draft = (await ask('POST', `/shows/${show.id}/episodes`, { title: 'Un' })).json<{ id: string }>();
    const basics = `/shows/${show.id}/episodes/${draft.id}/basics`;
    const part = { version: 1, seriesId: made.id, part: 1, tags: ['Éco-gestes', 'éco gestes', 'Travail'] };
    const saved = (await ask('PATCH', basics, part)).json<{ working: { tags: string[]; seriesId: string } }>();
    expect(saved.working).toMatchObject({ seriesId: made.id, tags: ['Éco-gestes', 'Travail'] });
    const tags = (await ask('GET', `/shows/${show.id}/tags?q=%C3%A9co`)).json<{ items: { slug: string }[] }>();
    expect(tags.items.map(({ slug }) => slug)).toEqual(['eco-gestes']);
    const refused = await ask('DELETE', `${at}/${made.id}`);
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('take them out of it first')]);
    await ask('PATCH', basics, { version: 2, seriesId: null, part: null });
    expect((await ask('DELETE', `${at}/${made.id}`)).status).toBe(204);
    expect((await ask('PATCH', basics, { version: 3, seriesId: made.id })).status).toBe(422);
    const again = (await ask('POST', at, { name: 'La grande panne' })).json<SeriesAnswer>();
    expect(again.slug).toBe('la-grande-panne-1');
  });
});
