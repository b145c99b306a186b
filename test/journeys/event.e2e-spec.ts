import { jest } from '@jest/globals';
import { parseRssFeed } from 'feedsmith';
import { findBreaches } from '../feeds/rules/check.js';
import { checkMedia } from '../feeds/rules/media.rules.js';
import { type ApiClient, type Episode, openClient, ownerEnv, type Show, type ShowEvent, take } from './client.js';
import { makeRecording } from './client-recordings.js';
import { at, getEpisode, inShow, makeShow, publish, upload, waitForSound } from './client-steps.js';
import { type Instance, startInstance } from './instance.js';
import { until } from './processes.js';

jest.setTimeout(180_000);

let instance: Instance;
let client: ApiClient;
let show: Show;
let event: ShowEvent;
let talk: Episode;

beforeAll(async () => {
  instance = await startInstance({ env: ownerEnv });
  client = openClient(instance.origin);
  await client.signIn();
  show = await makeShow(client, 'Rencontres');
});
afterAll(() => instance?.remove());

const textOf = async (address: string): Promise<string> => {
  const answer = await fetch(address);
  expect([address, answer.status]).toEqual([address, 200]);
  return answer.text();
};
const path = '/api/v1/shows/{showId}/episodes/{episodeId}' as const;

describe('a conference publishes a talk', () => {
  it('creates the event, in both languages', async () => {
    const dates = { startsOn: '2026-05-11', endsOn: '2026-05-13', timeZone: 'America/Montreal', place: 'Montréal' };
    event = await take(
      client.api.POST('/api/v1/shows/{showId}/events', {
        ...inShow(show.id),
        body: { name: 'Data Meetings 2026', ...dates, lang: 'en', description: 'Three days about data.' },
      }),
    );
    const texts = [
      { lang: 'en' as const, name: 'Data Meetings 2026', description: 'Three days about data.' },
      { lang: 'fr' as const, name: 'Rencontres des données 2026', description: 'Trois jours sur les données.' },
    ];
    event = await take(
      client.api.PATCH('/api/v1/shows/{showId}/events/{eventId}', {
        params: { path: { showId: show.id, eventId: event.id } },
        body: { version: event.version, texts },
      }),
    );
    expect(event.texts.map(({ name }) => name)).toEqual(expect.arrayContaining(texts.map(({ name }) => name)));
  });

  it('has a talk in it, with room, time and speaker', async () => {
    const { api } = client;
    const body = { title: 'The forest of data', eventId: event.id };
    talk = await take(api.POST('/api/v1/shows/{showId}/episodes', { ...inShow(show.id), body }));
    expect(talk.eventId).toBe(event.id);
    const programme = { room: 'Salle Lagune', track: 'Nature', programmeAt: '2026-05-12T14:00:00-04:00' };
    const { basics, texts, people } = talk.working.versions;
    await take(api.PATCH(`${path}/basics`, { ...at(talk), body: { version: basics, ...programme } }));
    const both = [
      { lang: 'en' as const, title: 'The forest of data', summary: 'Trees, counted.', notes: '' },
      { lang: 'fr' as const, title: 'La forêt des données', summary: 'Des arbres, comptés.', notes: '' },
    ];
    await take(api.PUT(`${path}/texts`, { ...at(talk), body: { version: texts, texts: both } }));
    const speaker = { name: 'Amélie Roy', role: 'speaker' as const, organisation: 'Université Laval', texts: [] };
    await take(api.PUT(`${path}/people`, { ...at(talk), body: { version: people, people: [speaker] } }));
  });

  it('is published with its recording', async () => {
    await upload(client, talk, makeRecording({ seconds: 5 }), 'forest.wav');
    expect((await waitForSound(client, talk)).state).toBe('done');
    await until(async () => (await getEpisode(client, talk)).blockers.length === 0);
    talk = await publish(client, talk);
    expect(talk.state).toBe('published');
  });

  it.each([
    ['en', 'The forest of data', 'Data Meetings 2026'],
    ['fr', 'La forêt des données', 'Rencontres des données 2026'],
  ] as const)('has a page of its own and one of the event (%s)', async (lang, title, name) => {
    const page = await textOf(talk.pageUrl[lang]!);
    expect(talk.pageUrl[lang]).toContain(`/${lang}/e/`);
    expect(page).toMatch(new RegExp(`<html[^>]* lang="${lang}`));
    for (const text of [title, name, 'Amélie Roy', 'Université Laval', 'Salle Lagune']) expect(page).toContain(text);
    expect(page).toMatch(/<audio[^>]+controls/);
    const eventPage = await textOf(event.pageUrl[lang]);
    for (const text of [title, name, 'Montréal']) expect(eventPage).toContain(text);
    expect(eventPage).toContain(new URL(talk.pageUrl[lang]!).pathname);
  });

  it('is in the feed of the event, which breaks no rule', async () => {
    await until(async () => (await (await fetch(event.feedUrl)).text()).includes('<item>'));
    const xml = await textOf(event.feedUrl);
    const { items = [] } = parseRssFeed(xml);
    expect(items).toMatchObject([{ guid: { value: talk.guid } }]);
    expect(findBreaches(xml, { url: event.feedUrl })).toEqual([]);
    expect((await checkMedia(xml)).filter(({ level }) => level === 'MUST')).toEqual([]);
  });

  it('leaves the event’s page and feed when it is unpublished', async () => {
    await take(client.api.POST(`${path}/unpublish`, at(talk)));
    await until(async () => !(await (await fetch(event.feedUrl)).text()).includes('<item>'));
    await until(async () => !(await textOf(event.pageUrl.en)).includes('The forest of data'));
    expect([404, 410]).toContain((await fetch(talk.pageUrl.en!)).status);
  });
});
