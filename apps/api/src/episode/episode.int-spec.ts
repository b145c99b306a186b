import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { createStorage } from '#libs/storage';
import { type TestApi, cookieOf, openTestApi, signInOwner } from '../../../../test/api.js';
import { aRevision } from '../../../../test/factories/media.js';
import type { ShowAnswer } from '../show/show.answer.js';
import type { EpisodeAnswer } from './episode.answer.js';

describe('an episode over the API', () => {
  let t: TestApi;
  let cookie: string;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'estrade-episode-'));
    t = await openTestApi({}, { storage: await createStorage({ dataDir: folder, storageUrl: undefined }) });
    cookie = await signInOwner(t);
  });
  afterAll(async () => {
    await t.close();
    await rm(folder, { recursive: true });
  });

  // Follows the login's cookie, which turns over when a role is gained.
  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await t.ask(method, `/api/v1${path}`, { as: cookie, body, headers });
    cookie = cookieOf(answer) ?? cookie;
    return answer;
  };
  const aShow = async () => {
    const form = { title: 'Des dates', language: 'fr-CA', category: 'Business', subcategory: 'Management' };
    const answer = await ask('POST', '/shows', form);
    expect(answer.status).toBe(201);
    return answer.json<ShowAnswer>();
  };
  const aDraft = async (showId: string, form: object = {}) =>
    (await ask('POST', `/shows/${showId}/episodes`, form)).json<EpisodeAnswer>();
  const square = (size: number) =>
    sharp({ create: { width: size, height: size, channels: 3, background: '#1a7f5a' } })
      .jpeg()
      .toBuffer();

  it('goes from a file name to a release, with a cover and a guest on the way', async () => {
    const show = await aShow();
    expect(show).toMatchObject({
      slug: 'des-dates',
      role: 'owner',
      cover: null,
      texts: [{ lang: 'fr', title: 'Des dates' }],
    });
    const draft = await aDraft(show.id, { fileName: 'DD-087-jean-tremblay-FINAL2.wav' });
    expect(draft.working).toMatchObject({
      number: 87,
      proposedNames: ['Jean Tremblay'],
      proposals: { number: 'file-name' },
    });
    const at = `/shows/${show.id}/episodes/${draft.id}`;

    const refused = await ask('POST', `${at}/publish`, {}, { 'accept-language': 'fr-CA' });
    expect([refused.status, refused.json()['code']]).toEqual([422, 'EPISODE_NOT_READY']);
    expect(refused.json()).toMatchObject({
      blockers: [
        { code: 'AUDIO_MISSING', field: 'audio' },
        { code: 'COVER_MISSING', field: 'cover' },
      ],
    });

    const cover = await ask('PUT', `/shows/${show.id}/cover`, await square(1600), { 'content-type': 'image/jpeg' });
    expect(cover.json<ShowAnswer>().cover).toMatchObject({ width: 1600 });
    const texts = [
      { lang: 'fr', title: 'Quinze ans sans budget', summary: 'Un entretien.', notes: '**Fort**' },
      { lang: 'en', title: 'Fifteen years without a budget', summary: '', notes: '' },
    ];
    await ask('PUT', `${at}/texts`, { version: 1, texts });
    const guest = {
      role: 'guest',
      organisation: 'Atelier',
      texts: [{ lang: 'fr', title: 'Directeur', disclaimer: 'Propos personnels.' }],
    };
    const people = await ask('PUT', `${at}/people`, { version: 1, people: [{ name: 'Jean Tremblay', ...guest }] });
    expect(people.json<EpisodeAnswer>().working).toMatchObject({
      proposedNames: [],
      people: [{ name: 'Jean Tremblay', slug: 'jean-tremblay' }],
    });
    const { recordingId, revisionId } = await aRevision(t.dataSource, show.id);
    await t.dataSource.query('update episodes set recording_id = $1 where id = $2', [recordingId, draft.id]);
    await t.dataSource.query('update episode_copies set revision_id = $1 where episode_id = $2', [
      revisionId,
      draft.id,
    ]);

    const published = (await ask('POST', `${at}/publish`, {})).json<EpisodeAnswer>();
    expect(published).toMatchObject({
      state: 'published',
      guid: draft.guid,
      blockers: [],
      released: { texts: [{ lang: 'en' }, { lang: 'fr' }] },
      pageUrl: {
        fr: 'https://estrade.test/fr/des-dates/87-quinze-ans-sans-budget',
        en: 'https://estrade.test/en/des-dates/87-fifteen-years-without-a-budget',
      },
      feedUrl: 'https://estrade.test/des-dates/feed.xml',
    });
    const list = (await ask('GET', `/shows/${show.id}/episodes?state=published`)).json<{ items: unknown[] }>();
    expect(list.items).toMatchObject([
      { id: draft.id, title: 'Quinze ans sans budget', people: [{ name: 'Jean Tremblay' }] },
    ]);
    expect((await ask('GET', `/shows/${show.id}`)).json()).toMatchObject({ counts: { published: 1, draft: 0 } });

    expect((await ask('DELETE', at)).status).toBe(204);
    expect((await ask('GET', at)).status).toBe(404);
    expect((await ask('GET', '/bin')).json<{ items: unknown[] }>().items).toMatchObject([
      { kind: 'episode', id: draft.id },
    ]);
    expect((await ask('POST', `${at}/restore`, {})).json()).toMatchObject({ state: 'published', guid: draft.guid });
  });

  it('answers a stale save with 409 and both values', async () => {
    const show = await aShow();
    const { id } = await aDraft(show.id, { title: 'Base' });
    const save = (title: string) =>
      ask('PUT', `/shows/${show.id}/episodes/${id}/texts`, { version: 1, texts: [{ lang: 'fr', title }] });
    expect((await save('La sienne')).status).toBe(200);
    const stale = await save('La mienne');
    expect([stale.status, stale.json()['code']]).toEqual([409, 'STALE_VERSION']);
    expect(stale.json()).toMatchObject({
      version: 2,
      theirs: [{ title: 'La sienne' }],
      yours: [{ title: 'La mienne' }],
    });
  });

  it('says what is wrong with a field in the reader’s language', async () => {
    const show = await aShow();
    const { id } = await aDraft(show.id);
    const at = `/shows/${show.id}/episodes/${id}`;
    const french = { 'accept-language': 'fr-CA' };
    await ask('PATCH', '/me', { locale: 'fr-CA' });
    const long = await ask(
      'PUT',
      `${at}/texts`,
      { version: 1, texts: [{ lang: 'fr', title: 'x'.repeat(300) }] },
      french,
    );
    expect(long.json()).toMatchObject({
      status: 422,
      fields: [{ path: 'texts.0.title', message: expect.stringContaining('255') }],
    });
    const lines = await ask('PUT', `${at}/chapters`, { version: 1, pasted: '00:00 Un\nrien' }, french);
    expect(lines.json()).toMatchObject({
      fields: [{ path: 'pasted.2', message: expect.stringMatching(/^La ligne 2/) }],
    });
    const gap = await ask('POST', `${at}/schedule`, { local: '2027-03-14T02:30', zone: 'America/Montreal' }, french);
    expect(gap.json()).toMatchObject({
      status: 422,
      code: 'LOCAL_TIME_MISSING',
      detail: expect.stringContaining('01:30'),
      possible: [{ local: '2027-03-14T01:30' }, { local: '2027-03-14T03:30' }],
    });
  });

  it('takes no field that is not its own (abuse:A26)', async () => {
    const show = await aShow();
    const { id } = await aDraft(show.id);
    const at = `/shows/${show.id}/episodes/${id}`;
    for (const more of [{ publishedAt: '2020-01-01' }, { showId: show.id }, { state: 'published' }, { guid: 'x' }]) {
      expect((await ask('PATCH', `${at}/basics`, { version: 1, ...more })).status).toBe(400);
    }
    expect(
      (
        await ask('PATCH', `${at}/basics`, '{"version":1,"__proto__":{"number":9}}', {
          'content-type': 'application/json',
        })
      ).status,
    ).toBeGreaterThanOrEqual(400);
    expect((await ask('GET', at)).json()).toMatchObject({ state: 'draft', publishedAt: null });
  });

  it('refuses pictures that are none of a kind that can be a cover', async () => {
    const show = await aShow();
    const put = async (bytes: Buffer, type: string) => {
      const answer = await ask('PUT', `/shows/${show.id}/cover`, bytes, { 'content-type': type });
      return [answer.status, answer.json()['code']];
    };
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="2000"/>');
    expect(await put(svg, 'image/svg+xml')).toEqual([422, 'COVER_NOT_RASTER']);
    expect(await put(svg, 'image/jpeg')).toEqual([422, 'COVER_NOT_RASTER']);
    expect((await put(await square(300), 'image/jpeg'))[0]).toBe(422);
    expect((await ask('PUT', `/shows/${show.id}/cover`, { a: 1 })).status).toBe(415);
    expect((await ask('GET', `/shows/${show.id}`)).json()).toMatchObject({ cover: null });
  });

  it('previews notes as listeners will see them, without what runs', async () => {
    const { html } = (
      await ask('POST', '/notes/preview', { markdown: '**a** <script>x</script> [b](javascript:alert(1))' })
    ).json<{ html: string }>();
    expect(html).toContain('<strong>a</strong>');
    expect(html).not.toMatch(/<script|href="javascript/);
  });

  it('knows events and persons', async () => {
    const show = await aShow();
    const event = await ask('POST', `/shows/${show.id}/events`, {
      name: 'Journée',
      startsOn: '2026-05-12',
      endsOn: '2026-05-11',
      timeZone: 'America/Montreal',
    });
    expect(event.json()).toMatchObject({ status: 422, fields: [{ path: 'endsOn' }] });
    const made = await ask('POST', `/shows/${show.id}/events`, {
      name: 'Journée',
      startsOn: '2026-05-12',
      endsOn: '2026-05-12',
      timeZone: 'America/Montreal',
    });
    expect(made.json()).toMatchObject({ slug: 'journee', feedUrl: 'https://estrade.test/e/journee/feed.xml' });
    const person = await ask('POST', '/persons', {
      name: 'Mélanie Roy',
      links: [{ label: 'Site', url: 'https://example.org' }],
    });
    expect(person.json()).toMatchObject({ slug: 'melanie-roy', sortName: 'Roy, Mélanie' });
    const found = await ask('GET', '/persons?q=melanie%20r');
    expect(found.json<{ items: unknown[] }>().items).toMatchObject([{ name: 'Mélanie Roy' }]);
    expect((await ask('POST', '/persons', { name: 'X', links: [{ url: 'javascript:alert(1)' }] })).status).toBe(422);
    expect((await ask('GET', '/categories')).json<unknown[]>()).toHaveLength(19);
  });
});
