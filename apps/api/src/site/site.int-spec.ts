import { type TestApi, openTestApi, signInOwner } from '../../../../test/api.js';
import { aUser } from '../../../../test/factories/accounts.js';
import type { SiteAnswer } from './site.answer.js';

let t: TestApi;
let cookie: string;

beforeAll(async () => {
  t = await openTestApi();
  cookie = await signInOwner(t);
});
afterAll(() => t.close());

const save = (body: unknown) => t.ask('PUT', '/api/v1/site', { as: cookie, body });

describe('the settings of the site over the API', () => {
  it('are the usual ones until the owner changes them', async () => {
    const { version, settings } = (await t.ask('GET', '/api/v1/site', { as: cookie })).json<SiteAnswer>();
    expect(version).toBe(1);
    expect(settings).toMatchObject({ name: 'Estrade', hidesProduct: false, aiCrawlers: 'allow', texts: [] });
  });

  it('are saved field by field, cleaned', async () => {
    const texts = [
      { lang: 'fr', legal: ' Nous. ', privacy: '', contact: '' },
      { lang: 'en', legal: '', privacy: ' ', contact: '' },
    ];
    const saved = await save({ version: 1, name: ' Ondes ', texts, fediverse: 'https://social.example/@ondes' });
    expect(saved.json<SiteAnswer>().settings).toMatchObject({
      ...{ name: 'Ondes', fediverse: '@ondes@social.example' },
      texts: [{ lang: 'fr', legal: 'Nous.' }],
    });
    expect((await save({ version: 1, name: 'Autre' })).status).toBe(409);
  });

  it('name each wrong field', async () => {
    const refused = await save({ version: 2, name: ' ', mail: 'nobody', fediverse: 'x y' });
    expect(refused.status).toBe(422);
    expect(refused.json<{ fields: { path: string }[] }>().fields.map(({ path }) => path)).toEqual([
      ...['name', 'mail', 'fediverse'],
    ]);
    expect((await save({ version: 2, regions: { en: 'fr-CA', fr: 'fr-CA' } })).status).toBe(422);
  });

  it('are nobody else’s to read or change', async () => {
    const user = await aUser(t.dataSource);
    const theirs = `estrade_login=${(await t.accounts.logins.open(user.id, '')).issued!.secret}`;
    expect((await t.ask('GET', '/api/v1/site', { as: theirs })).status).toBe(403);
    expect((await t.ask('PUT', '/api/v1/site', { as: theirs, body: { version: 2, name: 'x' } })).status).toBe(403);
    expect((await t.ask('GET', '/api/v1/site')).status).toBe(401);
  });
});
