import { announce } from '#libs/database';
import type { Clock } from '#libs/kernel';
import { type Outbound, OutboundError } from '#libs/outbound';
import { type Handler, HopelessJob, type JobRun, type PayloadOf } from '#libs/queue';
import type { DataSource } from 'typeorm';
import { toPushMessage } from './message.plan.js';
import { Push } from './push.entity.js';
import { sendPush } from './push.job.js';

export interface PushDeps {
  readonly dataSource: DataSource;
  readonly outbound: Pick<Outbound, 'fetch'>;
  readonly clock: Clock;
  /** For podpings. */
  readonly token: string | undefined;
  /** Are the feed's changes told of at this moment? */
  readonly isWanted: (feedId: string) => Promise<boolean>;
}

/**
 * Tells one hub, with ever longer pauses between eight tries; then it is a dead letter (`fault:F45`). A hub has ten
 * seconds and a few bytes for its answer, and is not followed elsewhere (`abuse:A48`). Who switched it off meanwhile is
 * obeyed.
 */
export function makeSendPush(deps: PushDeps): Handler<PayloadOf<typeof sendPush>> {
  return async ({ pushId }, run) => {
    const push = await deps.dataSource.manager.findOneBy(Push, { id: pushId, state: 'waiting' });
    if (!push) return;
    if (!(await deps.isWanted(push.feedId))) return drop(deps, push);
    const outcome = await send(deps, push, run.signal);
    if (outcome.isSent) await noteSent(deps, push, outcome.status);
    else await noteFailure(deps, push, outcome, run);
  };
}

/** A worker that died too often over a push: a dead letter too. */
export async function onPushParked(manager: DataSource['manager'], name: string, payload: unknown): Promise<void> {
  if (name !== sendPush.name) return;
  const { pushId } = sendPush.payload.parse(payload);
  await manager.update(Push, { id: pushId, state: 'waiting' }, { state: 'failed' });
}

type Outcome =
  { isSent: true; status: number } | { isSent: false; status: number | null; error: string; isHopeless: boolean };

async function send({ outbound, token }: PushDeps, push: Push, signal: AbortSignal): Promise<Outcome> {
  const { address, ...message } = toPushMessage(push, token);
  try {
    const limits = { maxRedirects: 0, maxBytes: 64 * 1024, timeoutMs: 10_000, idleMs: 10_000 };
    const { status, body } = await outbound.fetch(address, { ...message, ...limits, signal });
    body.destroy();
    if (status >= 200 && status < 300) return { isSent: true, status };
    const isHopeless = status < 500 && ![408, 425, 429].includes(status);
    return { isSent: false, status, error: 'ANSWER_REFUSED', isHopeless };
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    return { isSent: false, status: null, error: error.code, isHopeless: !error.transient };
  }
}

async function noteSent({ dataSource, clock }: PushDeps, push: Push, status: number): Promise<void> {
  const now = clock.now();
  await dataSource.transaction(async (manager) => {
    await noteTry(manager, push, now, { lastStatus: status, error: null });
    const told = await manager.update(
      Push,
      { id: push.id, state: 'waiting', changes: push.changes },
      { state: 'sent', sentAt: now },
    );
    if (told.affected) return;
    // The feed changed again while the hub was being told: it may have read the bytes before that.
    const current = await manager.findOneBy(Push, { id: push.id, state: 'waiting' });
    if (current) await announce(manager, sendPush.name, { pushId: push.id, round: current.changes });
  });
}

async function noteFailure(
  { dataSource, clock }: PushDeps,
  push: Push,
  { status, error, isHopeless }: Outcome & { isSent: false },
  { isLastTry }: JobRun,
): Promise<never> {
  await noteTry(dataSource.manager, push, clock.now(), { lastStatus: status, error });
  if (isHopeless || isLastTry) {
    await dataSource.manager.update(Push, { id: push.id, state: 'waiting' }, { state: 'failed' });
  }
  const sentence = `${push.target} was not told: ${error}${status === null ? '' : ` ${status}`}`;
  throw isHopeless ? new HopelessJob(sentence) : new Error(sentence);
}

async function noteTry(
  manager: DataSource['manager'],
  { id }: Push,
  triedAt: Date,
  outcome: Pick<Push, 'lastStatus' | 'error'>,
): Promise<void> {
  await manager.update(Push, id, { tries: () => 'tries + 1', triedAt, ...outcome });
}

async function drop({ dataSource }: PushDeps, { id }: Push): Promise<void> {
  await dataSource.manager.update(Push, { id, state: 'waiting' }, { state: 'dropped' });
}
