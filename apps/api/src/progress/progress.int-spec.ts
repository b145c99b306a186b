import { type IncomingMessage, get as openGet } from 'node:http';
import { type Episode, type Show } from '#libs/catalog';
import { notify } from '#libs/database';
import { progressChannel, Revision } from '#libs/media';
import { type TestApi, openTestApi, signInOwner } from '../../../../test/api.js';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';

let t: TestApi;
let cookie: string;
let show: Show;
let episode: Episode;
let revision: Revision;

beforeAll(async () => {
  t = await openTestApi();
  cookie = await signInOwner(t);
  show = await aShow(t.dataSource);
  episode = await anEpisode(t.dataSource, show, { state: 'draft', title: 'Le titre' });
  revision = await t.dataSource.manager.findOneByOrFail(Revision, { recordingId: episode.recordingId! });
});
afterAll(() => t.close());

const write = (values: Partial<Revision>) =>
  t.dataSource.transaction(async (manager) => {
    await manager.update(Revision, { id: revision.id }, values as never);
    const { id: revisionId, recordingId } = revision;
    await notify(manager, progressChannel, { revisionId, recordingId, scope: show.id, uploadId: null });
  });

interface Watching {
  response: IncomingMessage;
  text(): string;
  events(): { event: string; data: Record<string, unknown> }[];
  ended: Promise<void>;
}

function watch(as: string): Promise<Watching> {
  return new Promise((resolve, reject) => {
    const headers = as.startsWith('estrade_login=') ? { cookie: as } : { authorization: `Bearer ${as}` };
    openGet({ host: '127.0.0.1', port: t.port, path: '/api/v1/progress', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      const events = () =>
        [...text.matchAll(/event: (\w+)\ndata: (.*)\n\n/g)].map(([, event, data]) => ({
          event: event!,
          data: JSON.parse(data!) as Record<string, unknown>,
        }));
      const ended = new Promise<void>((done) => response.on('close', done));
      resolve({ response, text: () => text, events, ended });
    }).on('error', reject);
  });
}

async function until(look: () => boolean): Promise<void> {
  for (const end = performance.now() + 15_000; !look();) {
    if (performance.now() > end) throw new Error('it did not come');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('progress', () => {
  it('comes live, with the episode it is about, ends with the truth and says when to come back', async () => {
    const watching = await watch(cookie);
    expect(watching.response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    });
    await until(() => watching.text().startsWith('retry: 3000\n\n'));
    // The listener may still be connecting: the first event comes with the resync or with the message.
    await write({ state: 'running', step: 'render', progress: 0.01 });
    await until(() => watching.events().length > 0);
    for (let i = 2; i <= 60; i += 1) await write({ state: 'running', step: 'render', progress: i / 100 });
    await write({ state: 'done', step: 'verify', progress: null });
    await until(() => watching.events().at(-1)?.data.state === 'done');

    const events = watching.events();
    expect(events.every(({ event }) => event === 'progress')).toBe(true);
    expect(events.at(-1)!.data).toMatchObject({
      ...{ id: revision.id, showId: show.id, episodeId: episode.id, episodeTitle: 'Le titre' },
      ...{ recordingId: episode.recordingId, progress: 1 },
    });
    const shares = events.map(({ data }) => data.progress as number);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    watching.response.destroy();
  }, 60_000);

  it('is told at most four times a second about one recording', async () => {
    const watching = await watch(cookie);
    await write({ state: 'running', step: 'render', progress: 0.1 });
    await until(() => watching.events().length > 0);
    const before = watching.events().length;
    const started = performance.now();
    while (performance.now() - started < 1500) await write({ progress: 0.2 });
    await new Promise((resolve) => setTimeout(resolve, 400));
    const seconds = (performance.now() - started) / 1000;
    expect(watching.events().length - before).toBeLessThanOrEqual(Math.ceil(seconds * 4) + 1);
    watching.response.destroy();
  }, 60_000);

  it('of a show is not seen by who is not a member of it (abuse:A25)', async () => {
    const other = await aShow(t.dataSource, { title: 'Une autre' });
    const body = { name: 'one show', scopes: ['read'], showId: other.id };
    const { secret } = (await t.ask('POST', '/api/v1/tokens', { as: cookie, body })).json<{ secret: string }>();
    const stranger = await watch(secret);
    const member = await watch(cookie);
    await write({ state: 'running', step: 'render', progress: 0.3 });
    await until(() => member.events().length > 0);
    expect(stranger.events()).toEqual([]);
    const jobs = await t.ask('GET', '/api/v1/jobs', { as: secret });
    expect(jobs.json()).toMatchObject({ items: [], batches: [] });
    stranger.response.destroy();
    member.response.destroy();
  }, 60_000);

  it('is also answered on demand', async () => {
    const jobs = await t.ask('GET', '/api/v1/jobs', { as: cookie });
    expect(jobs.json()).toMatchObject({ items: [{ id: revision.id, episodeTitle: 'Le titre', showId: show.id }] });
    expect((await t.ask('GET', '/api/v1/jobs')).status).toBe(401);
  });

  it('ends when the app begins to stop (fault:F31)', async () => {
    const watching = await watch(cookie);
    t.api.endStreams();
    await watching.ended;
  });
});
