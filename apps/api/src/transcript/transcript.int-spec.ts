import { system } from '#libs/kernel';
import { type TestApi, cookieOf, openTestApi, signInOwner } from '../../../../test/api.js';
import { anEpisode, aPerson } from '../../../../test/factories/catalog.js';
import { aCatalog, TestClock } from '../../../../test/factories/world.js';
import { Addresses } from '#libs/catalog';
import { Person } from '#libs/people';

const vtt =
  'WEBVTT\n\n00:00.000 --> 00:02.000\n<v Jean Tremblay>Bonjour.\n\n00:03.000 --> 00:59.000\n<v Speaker 2>Merci à toi.\n';

describe('transcripts and chapter files over the API', () => {
  let t: TestApi;
  let cookie: string;
  let showId: string;
  let personId: string;
  beforeAll(async () => {
    t = await openTestApi();
    cookie = await signInOwner(t);
    const form = { title: 'Des dates', language: 'fr-CA', category: 'Business', subcategory: 'Management' };
    const answer = await t.ask('POST', '/api/v1/shows', { as: cookie, body: form });
    cookie = cookieOf(answer) ?? cookie;
    showId = answer.json<{ id: string }>().id;
    personId = (await aPerson(t.dataSource)).id;
  });
  afterAll(() => t.close());

  const anAddress = async (probe?: Record<string, unknown>) => {
    const { id } = await anEpisode(t.dataSource, { id: showId } as never, { state: 'draft', revision: { probe } });
    const catalog = aCatalog(t.dataSource, new TestClock(), new Addresses('https://estrade.example.org'));
    const people = [{ personId, role: 'guest' as const, organisation: '', texts: [] }];
    await catalog.edits.people(system, showId, id, people, { version: 1 });
    return `/api/v1/shows/${showId}/episodes/${id}`;
  };
  const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    t.ask(method, path, { as: cookie, body, headers });

  it('says because of whom readers do not see it (ux:G-03)', async () => {
    const at = await anAddress();
    await ask('PUT', `${at}/transcripts/fr/file?version=1`, Buffer.from(vtt), { 'content-type': 'text/vtt' });
    expect((await ask('GET', `${at}/transcripts`)).json()).toMatchObject({ refusals: [] });
    const link = await ask('POST', `${at}/kits`, { personId });
    expect(link.status).toBeLessThan(300);
    const say = (consents: string) =>
      t.dataSource.query('update guest_links set consents = $1 where person_id = $2', [consents, personId]);
    await say('{"transcript": true, "translation": false}');
    const { name } = await t.dataSource.getRepository(Person).findOneByOrFail({ id: personId });
    const refusal = { personId, name, hasLeft: false };
    const refusals = async () => (await ask('GET', `${at}/transcripts`)).json<{ refusals: unknown }>().refusals;
    expect(await refusals()).toEqual([{ ...refusal, what: 'translations' }]);
    await say('{"transcript": false}');
    expect(await refusals()).toEqual([{ ...refusal, what: 'all' }]);
  });

  it('goes from a file to names, files, back and away', async () => {
    const at = `${await anAddress()}/transcripts`;
    const put = await ask('PUT', `${at}/fr/file?version=1`, Buffer.from(vtt), { 'content-type': 'text/vtt' });
    expect(put.status).toBe(200);
    expect(put.json()).toMatchObject({
      version: 2,
      format: 'vtt',
      problems: [],
      items: [
        {
          ...{ lang: 'fr', isTimed: true, segments: 2, words: 4, endMs: 59_000, cutOut: 0 },
          speakers: [
            { speaker: 'Jean Tremblay', personId, isChosen: false, count: 1 },
            { speaker: 'Speaker 2', personId: null },
          ],
          checks: { apple: [{ isAdvice: true }], spotify: [], youtube: [] },
          files: ['vtt', 'srt', 'json', 'txt', 'html'],
        },
      ],
    });
    const named = await ask('PATCH', `${at}/fr/speakers`, { version: 2, speakers: { 'Speaker 2': personId } });
    expect(named.json()).toMatchObject({ version: 3, items: [{ checks: { apple: [] } }] });
    const page = await ask('GET', `${at}/fr?from=1&size=1`);
    expect(page.json()).toMatchObject({
      ...{ total: 2, from: 1 },
      items: [{ startMs: 3000, speaker: 'Speaker 2', name: 'Jean Tremblay', personId, text: 'Merci à toi.' }],
    });
    const file = await ask('GET', `${at}/fr/file?format=srt`);
    expect(file.headers).toMatchObject({
      'content-type': 'application/x-subrip; charset=utf-8',
      'content-disposition': 'attachment; filename="transcript.fr.srt"',
    });
    expect(file.text).toContain('00:00:03,000 --> 00:00:59,000\nMerci à toi.');
    expect((await ask('DELETE', `${at}/fr?version=3`)).json()).toEqual({ version: 4, items: [], refusals: [] });
    expect((await ask('POST', `${at}/fr/undo`, { version: 4 })).json()).toMatchObject({ items: [{ segments: 2 }] });
  });

  it('takes a pasted text, says what it left out, and refuses what is none in words', async () => {
    const at = `${await anAddress()}/transcripts`;
    const srt = '1\n00:00:00,000 --> 00:00:01,000\nUn\n\n2\nx --> y\nDeux\n';
    const put = await ask('PUT', `${at}/fr-CA`, { version: 1, text: srt });
    expect(put.json()).toMatchObject({
      format: 'srt',
      problems: [{ path: 'text.6', message: expect.stringMatching(/^The time in line 6 cannot be read/) }],
    });
    const empty = await ask('PUT', `${at}/fr-CA`, { version: 2, text: '  ' });
    expect(empty.status).toBe(422);
    expect(empty.json()).toMatchObject({ fields: [{ path: 'text', message: expect.stringContaining('Nothing') }] });
    expect((await ask('PUT', `${at}/fr-CA`, { version: 1, text: 'x' })).status).toBe(409);
    expect((await ask('PUT', `${at}/not-a-language-at-all`, { version: 2, text: 'x' })).status).toBe(422);
    expect((await ask('GET', `${at}/de`)).status).toBe(404);
  });

  it('reads a file in another encoding, and none that is too large or a stranger’s', async () => {
    const at = `${await anAddress()}/transcripts`;
    const type = { 'content-type': 'application/octet-stream' };
    const latin = Buffer.from('WEBVTT\n\n00:00.000 --> 00:01.000\nÉté', 'latin1');
    const put = await ask('PUT', `${at}/fr/file?version=1`, latin, type);
    expect(put.json()).toMatchObject({ items: [{ opening: [{ text: 'Été' }] }] });
    expect((await ask('PUT', `${at}/fr/file?version=2`, Buffer.alloc(11 * 1024 ** 2, 97), type)).status).toBe(413);
    expect(
      (await ask('PUT', `${at}/fr/file?version=2`, Buffer.from('x'), { 'content-type': 'text/plain' })).status,
    ).toBe(415);
    const stranger = await t.ask('PUT', `${at}/fr/file?version=2`, { body: Buffer.from(vtt), headers: type });
    expect(stranger.status).toBe(401);
  });

  it('previews chapters of a text and of the sent file, and saves nothing', async () => {
    const at = await anAddress({
      chapters: [
        { startMs: 0, title: 'Début' },
        { startMs: 30_000, title: 'Suite' },
      ],
    });
    const pasted = await ask('POST', `${at}/chapters/import`, { text: 'Bonjour\n0:00 Un\n0:05 Deux\n0:30 Trois' });
    expect(pasted.json()).toMatchObject({
      format: 'list',
      chapters: [{ startMs: 0, title: 'Un' }, { startMs: 5000 }, { startMs: 30_000 }],
      problems: [],
      checks: { apple: [], spotify: [{ isAdvice: true }], youtube: [{ isAdvice: false }] },
    });
    const json = { chapters: [{ startTime: 0, title: 'Un', img: 'https://example.org/a.jpg' }] };
    const read = await ask('POST', `${at}/chapters/import`, { text: JSON.stringify(json) });
    expect(read.json()).toMatchObject({ format: 'json', lost: ['one picture'] });
    const file = await ask('POST', `${at}/chapters/import`, { from: 'file' });
    expect(file.json()).toMatchObject({ format: 'file', chapters: [{ title: 'Début' }, { startMs: 30_000 }] });
    expect((await ask('POST', `${at}/chapters/import`, {})).status).toBe(422);
    const episode = (await ask('GET', at)).json<{ working: { versions: { chapters: number } } }>();
    expect(episode.working.versions.chapters).toBe(1);
  });

  it('gives chapters as files', async () => {
    const at = await anAddress();
    await ask('PUT', `${at}/chapters`, { version: 1, pasted: '0:00 Un\n0:30 Deux & trois' });
    const file = async (format: string) => (await ask('GET', `${at}/chapters/file?format=${format}`)).text;
    const checks = await ask('GET', `${at}/chapters/checks`);
    expect(checks.json()).toMatchObject({
      apple: [{ isAdvice: false, message: expect.stringContaining('2 chapters') }],
    });
    expect(await file('text')).toBe('00:00 Un\n00:30 Deux & trois\n');
    expect(await file('psc')).toContain('<psc:chapter start="00:00:30.000" title="Deux &amp; trois"/>');
    expect(JSON.parse(await file('json'))).toMatchObject({ version: '1.2.0', chapters: [{}, { startTime: 30 }] });
  });
});
