import type { Episode, Show } from '#libs/catalog';
import { Revision, SignOfLife } from '#libs/media';
import { type TestApi, openTestApi, signInOwner } from '../../../../test/api.js';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import type { JobsAnswer } from './jobs.answer.js';

let t: TestApi;
let cookie: string;
let show: Show;
beforeAll(async () => {
  t = await openTestApi();
  cookie = await signInOwner(t);
  show = await aShow(t.dataSource);
});
afterAll(() => t.close());

let minute = 0;
/** An episode whose recording stands like this. */
async function work(values: Partial<Revision>, of: Show = show): Promise<Revision> {
  const episode: Episode = await anEpisode(t.dataSource, of, { state: 'draft' });
  const { manager } = t.dataSource;
  const revision = await manager.findOneByOrFail(Revision, { recordingId: episode.recordingId! });
  const createdAt = new Date(Date.UTC(2026, 4, 12, 10, (minute += 1)));
  await manager.update(Revision, { id: revision.id }, { createdAt, ...values } as never);
  return revision;
}
const jobs = async () => (await t.ask('GET', '/api/v1/jobs', { as: cookie })).json<JobsAnswer>();
const job = async ({ id }: Revision) => (await jobs()).items.find((each) => each.id === id);
const waiting = { state: 'waiting', step: 'render', progress: null, durationMs: 60_000 } as const;

describe('the list of jobs', () => {
  it('says who works, and when somebody last did', async () => {
    expect((await jobs()).workers).toEqual({ alive: 0, seenAt: null });
    const sign = new SignOfLife(t.dataSource, { now: () => t.clock.at });
    await sign.give();
    expect((await jobs()).workers).toEqual({ alive: 1, seenAt: expect.any(String) });
    t.clock.pass(60_000);
    expect((await jobs()).workers).toEqual({ alive: 0, seenAt: expect.any(String) });
    await sign.end();
    expect((await jobs()).workers.seenAt).toBeNull();
  });

  it('says how many come before one that waits, as shows take turns', async () => {
    const other = await aShow(t.dataSource, { title: 'Une autre' });
    await work({ ...waiting, state: 'running', progress: 0.5 });
    const second = await work(waiting);
    const third = await work(waiting);
    const theirs = await work(waiting, other);
    const long = await work({ ...waiting, durationMs: 3_600_000 });
    const ahead = await Promise.all(
      [second, third, theirs, long].map(async (each) => (await job(each))?.outlook?.ahead),
    );
    expect(ahead).toEqual([2, 3, 1, 0]);
    await t.dataSource.query(`update revisions set state = 'done'`);
  });

  it('says how long the rest will take, from the last jobs', async () => {
    const running = await work({ ...waiting, state: 'running', durationMs: 3_600_000, progress: 0.5 });
    expect((await job(running))?.outlook).toEqual({ ahead: null, estimate: null });
    const steps = ['render', 'verify'].map(
      (step) =>
        `(gen_random_uuid(), '${step}', 'long', 1800000, 60000, now()), (gen_random_uuid(), '${step}', 'long', 1800000, 30000, now())`,
    );
    await t.dataSource.query(
      `insert into step_times (id, step, lane, sound_ms, took_ms, ended_at) values ${steps.join()}`,
    );
    expect((await job(running))?.outlook).toEqual({ ahead: null, estimate: { remainingMs: 135_000, jobs: 2 } });
    await t.dataSource.query(`update revisions set state = 'done'`);
  });

  it('counts the background by show, and shows of it only what runs or failed', async () => {
    const batch = { ...waiting, urgency: 'batch' } as const;
    const [one, two, failed, done] = [
      await work(batch),
      await work({ ...batch, state: 'running' }),
      await work({ ...batch, state: 'failed', errorCode: 'PROCESSING_FAILED', errorParams: { step: 'render' } }),
      await work({ ...batch, state: 'done' }),
    ];
    const { items, batches } = await jobs();
    expect(batches).toEqual([{ showId: show.id, waiting: 1, running: 1, done: 1, failed: 1 }]);
    const ids = items.map(({ id }) => id);
    expect([one, two, failed, done].map(({ id }) => ids.includes(id))).toEqual([false, true, true, false]);
    expect(items.find(({ id }) => id === failed.id)?.error?.message).toMatch(/\.$/);
  });

  it('stops and takes up work by its recording', async () => {
    const { recordingId } = await work(waiting);
    const path = (verb: string) => `/api/v1/jobs/${recordingId}/${verb}`;
    const state = (answer: JobsAnswer) => answer.items.find((each) => each.recordingId === recordingId)?.state;
    expect(state((await t.ask('POST', path('cancel'), { as: cookie })).json<JobsAnswer>())).toBe('cancelled');
    expect(state((await t.ask('POST', path('retry'), { as: cookie })).json<JobsAnswer>())).toBe('waiting');
    expect((await t.ask('POST', path('retry'), { as: cookie })).status).toBe(409);
    expect((await t.ask('POST', path('cancel'))).status).toBe(401);
  });
});
