import { EpisodeQuery, type EpisodeView } from '#libs/catalog';
import { announce } from '#libs/database';
import { EstradeError } from '#libs/kernel';
import type { Handler, JobRun, PayloadOf, Work } from '#libs/queue';
import { workFor } from '#libs/queue';
import type { EntityManager } from 'typeorm';
import { Follower } from '../follower/follower.entity.js';
import { type LetterDeps, type Letterhead, readLetterhead } from '../letter/letterhead.js';
import { writeRelease } from '../letter/release-letter.js';
import { Mailing } from './mailing.entity.js';
import { sendMailing } from './mailing.jobs.js';
import { waitingFor } from './start-mailings.js';

const batch = 60;
const atOnce = 4;

/**
 * Sends the next mails of a mailing and orders the batch after it. A mail is sent, then marked: a crash in between sends
 * it again under the same Message-ID, which programs show once. Taken back meanwhile: the rest is not sent.
 */
export function makeSendMailing(deps: LetterDeps): Handler<PayloadOf<typeof sendMailing>> {
  return async ({ mailingId, round }, run) => {
    const { manager } = deps.dataSource;
    const mailing = await manager.findOneBy(Mailing, { id: mailingId, state: 'sending', round });
    if (!mailing) return;
    const episode = await new EpisodeQuery(deps.dataSource, deps.clock).byId(mailing.episodeId);
    if (!episode || episode.isUnlisted) return finish(deps, mailing, 'dropped');
    const heads = new Map<string, Letterhead>();
    try {
      for (const some of portions(await listNext(manager, mailing.id))) {
        run.signal.throwIfAborted();
        await allDone(some.map((follower) => sendOne(deps, mailing, follower, episode, heads)));
      }
    } catch (error) {
      if (!run.isLastTry || run.signal.aborted) throw error;
    }
    await goOn(deps, mailing, run);
  };
}

/** Mailings whose next batch nobody has ordered: the queue was lost, or the mail server was away for long. */
export async function findUnsentMailings(manager: EntityManager): Promise<Work[]> {
  const rows = await manager.findBy(Mailing, { state: 'sending' });
  return rows.map(({ id, round }) => workFor(sendMailing, { mailingId: id, round }));
}

function listNext(manager: EntityManager, mailingId: string): Promise<Follower[]> {
  return manager
    .createQueryBuilder(Follower, 'f')
    .innerJoin('deliveries', 'd', `d.follower_id = f.id and d.mailing_id = :mailingId and d.state = 'waiting'`, {
      mailingId,
    })
    .orderBy('f.id')
    .take(batch)
    .getMany();
}

/** As `Promise.all`, but none goes on after it failed: the next try would send to whoever is written to right now. */
async function allDone(sendings: Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(sendings)).find(({ status }) => status === 'rejected');
  if (failed) throw (failed as PromiseRejectedResult).reason;
}

async function sendOne(
  deps: LetterDeps,
  mailing: Mailing,
  follower: Follower,
  episode: EpisodeView,
  heads: Map<string, Letterhead>,
): Promise<void> {
  const head = heads.get(follower.locale) ?? (await readLetterhead(deps, follower));
  heads.set(follower.locale, head);
  const mail = writeRelease(deps, follower, head, episode);
  const isSent = await deps.mailer.send({ ...mail, id: `${mailing.id}-${follower.id}` }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof EstradeError && error.status === 422) return false;
      throw error;
    },
  );
  await note(deps, mailing, follower, isSent);
}

/** Who was to be told once is deleted, also where the same address waited for it in another way. */
async function note({ dataSource }: LetterDeps, mailing: Mailing, follower: Follower, isSent: boolean): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const [, count]: [unknown, number] = await manager.query(
      `update deliveries set state = $3 where mailing_id = $1 and follower_id = $2 and state = 'waiting'`,
      [mailing.id, follower.id, isSent ? 'sent' : 'failed'],
    );
    if (count === 0) return;
    await manager.increment(Mailing, { id: mailing.id }, isSent ? 'sent' : 'failed', 1);
    await manager.update(Follower, { id: follower.id }, { refusals: isSent ? 0 : follower.refusals + 1 });
    await manager.query(
      `delete from followers where id in (select f.id from followers f ${waitingFor} and f.email = $1 and f.is_once)`,
      [follower.email, mailing.showId, mailing.episodeId],
    );
  });
}

async function goOn(deps: LetterDeps, { id, round, createdAt }: Mailing, { isLastTry }: JobRun): Promise<void> {
  const mailing = { id, round } as Mailing;
  const [row]: { left: number }[] = await deps.dataSource.query(
    `select count(*)::int as left from deliveries where mailing_id = $1 and state = 'waiting'`,
    [id],
  );
  if (row!.left === 0) return finish(deps, mailing, 'done');
  // News that is two days old is none any more.
  if (isLastTry && deps.clock.now().getTime() - createdAt.getTime() > 48 * 3_600_000)
    return finish(deps, mailing, 'done');
  await deps.dataSource.transaction(async (manager) => {
    const { affected } = await manager.update(Mailing, { id, round }, { round: round + 1 });
    if (affected) await announce(manager, sendMailing.name, { mailingId: id, round: round + 1 });
  });
}

/** What still waits counts as not sent. */
async function finish(
  { dataSource, clock }: LetterDeps,
  { id }: Pick<Mailing, 'id'>,
  state: 'done' | 'dropped',
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.update(Mailing, { id, state: 'sending' }, { state, finishedAt: clock.now() });
    await manager.query(
      `with lost as (update deliveries set state = 'failed' where mailing_id = $1 and state = 'waiting' returning 1)
       update mailings set failed = failed + (select count(*) from lost) where id = $1`,
      [id],
    );
  });
}

function* portions<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += atOnce) yield all.slice(at, at + atOnce);
}
