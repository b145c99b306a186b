import { Follower, makeAudienceHandlers, mailingSubscriptions, startMailings } from '#libs/audience';
import { type Episode, Episode as EpisodeRow, type Show } from '#libs/catalog';
import { OutboxRow } from '#libs/database';
import { newId, system } from '#libs/kernel';
import type { Mail } from '#libs/mail';
import type { JobRun } from '#libs/queue';
import { IsNull } from 'typeorm';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { testSecret } from '../../../../test/factories/world.js';
import { aWebWorld, type WebWorld } from '../web.fixture.js';

/** One try of a job, not the last. */
export const run: JobRun = { signal: new AbortController().signal, attempt: 1, isLastTry: false };

interface Given {
  world: WebWorld;
  show: Show;
  /** What went out since the last look. */
  sent: Mail[];
  /** What the mail server says to a mail. */
  refuse(mail: Mail): Error | undefined;
}

/** For each test of a file: a world with a show, forms that are sent to it, and what the worker would do with them. */
export function followersBench() {
  const bench = {} as Given;
  beforeEach(async () => {
    const world = await aWebWorld();
    Object.assign(bench, { world, show: await aShow(world.db), sent: [], refuse: () => undefined });
  });
  afterEach(() => bench.world?.close());

  const handlers = () =>
    makeAudienceHandlers({
      ...{ dataSource: bench.world.db, addresses: bench.world.addresses, clock: bench.world.clock, secret: testSecret },
      mailer: {
        send: async (mail) => {
          const error = bench.refuse(mail);
          if (error) throw error;
          bench.sent.push(mail);
        },
      },
    });
  const post = (path: string, body = '', headers: Record<string, string> = {}) =>
    fetch(`${bench.world.origin}${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  const ask = (form: Record<string, string>, headers = {}) =>
    post(
      '/follow',
      new URLSearchParams({
        target: 'show',
        id: bench.show.id,
        locale: 'fr-CA',
        email: 'ada@example.org',
        ...form,
      }).toString(),
      headers,
    );
  /** What the worker would do: facts become mailings, rows of jobs become mails. */
  const work = async () => {
    const facts = mailingSubscriptions(bench.world.clock);
    for (;;) {
      const where = { relayedAt: IsNull() };
      const [row] = await bench.world.db.manager.find(OutboxRow, { where, order: { id: 'ASC' }, take: 1 });
      if (!row) return;
      for (const subscription of facts[row.name] ?? [])
        await subscription(row.payload as never, bench.world.db.manager);
      if (row.name === 'audience.confirm') await handlers()['audience.confirm'](row.payload as never, run);
      if (row.name === 'audience.send') await handlers()['audience.send'](row.payload as never, run);
      await bench.world.db.manager.update(OutboxRow, { id: row.id }, { relayedAt: bench.world.clock.now() });
    }
  };
  const pathIn = (mail: Mail | undefined, end: string) =>
    new RegExp(`/follow/[0-9a-f]{40}/${end}`).exec(`${mail?.text}${mail?.headers?.['List-Unsubscribe'] ?? ''}`)?.[0] ??
    '';
  /** Asked and confirmed; answers the path that stops it. */
  const follow = async (form: Record<string, string>) => {
    bench.sent = [];
    expect((await ask(form)).status).toBe(202);
    await work();
    const confirm = pathIn(bench.sent.at(-1), 'confirm');
    expect((await post(confirm)).status).toBe(200);
    return confirm.replace('confirm', 'stop');
  };
  const publish = async (episode: Episode) => {
    await bench.world.catalog.publishing.publish(system, bench.show.id, episode.id);
    await work();
    bench.world.clock.forward(61_000);
    await startMailings(bench.world.db, bench.world.clock.now());
    await work();
  };
  const draft = async (given: Parameters<typeof anEpisode>[2] = {}) => {
    const episode = await anEpisode(bench.world.db, bench.show, { state: 'draft', ...given });
    await bench.world.db.manager.update(EpisodeRow, { id: episode.id }, { createdAt: bench.world.clock.now() });
    return episode;
  };
  /** So many that have confirmed, straight into the rows. */
  const crowd = (count: number) =>
    bench.world.db.query(
      `insert into followers (id, target, target_id, show_id, is_once, email, locale, state, secret_hash, wording, asked_at, confirmed_at)
       select gen_random_uuid(), 'show', $1, $1, false, 'crowd-' || n || '@example.org', 'fr-CA', 'confirmed', n::text, 'x', now(), now()
       from generate_series(1, $2::int) n`,
      [bench.show.id, count],
    );
  const people = () => bench.world.db.manager.find(Follower);
  return Object.assign(bench, { handlers, ask, post, work, pathIn, follow, publish, draft, crowd, people });
}

/** A mini-series of the show; gives its id. */
export async function aSeries(world: WebWorld, showId: string): Promise<string> {
  const id = newId();
  await world.db.query(`insert into series (id, show_id, slug) values ($1, $2, 'pdg')`, [id, showId]);
  await world.db.query(`insert into series_texts (series_id, lang, name) values ($1, 'fr', 'La PDG')`, [id]);
  return id;
}
