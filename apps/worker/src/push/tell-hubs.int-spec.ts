import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Show } from '#libs/catalog';
import { readConfig } from '#libs/config';
import { announce } from '#libs/database';
import { Feed, feedChanged, readToldFeed } from '#libs/feeds';
import {
  findUnsent,
  makeSendPush,
  onPushParked,
  Push,
  pushAgain,
  PushesQuery,
  sendPush,
  toPushTargets,
} from '#libs/hooks';
import { newId, systemClock } from '#libs/kernel';
import { Outbound } from '#libs/outbound';
import {
  createQueueBackend,
  drain,
  type JobRun,
  type QueueBackend,
  type Relay,
  startRelay,
  startWorkers,
  type Workers,
} from '#libs/queue';
import { aShow } from '../../../../test/factories/catalog.js';
import { aWorld, type World } from '../../../../test/factories/world.js';
import { pushSubscriptions, toPushDeps } from './tell-hubs.js';

const log = { info() {}, warn() {}, error() {} };

/** A hub on loopback: what it was told, in order; `status` is its answer, 0 hangs up. */
interface Hub {
  server: Server;
  origin: string;
  told: string[];
  status: number;
  tokens: (string | undefined)[];
  /** While it reads the request; once. */
  onTold?: () => Promise<void>;
}

async function openHub(): Promise<Hub> {
  const hub: Hub = { server: createServer(), origin: '', told: [], status: 204, tokens: [] };
  hub.server.on('request', async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const form = new URLSearchParams(Buffer.concat(parts).toString());
    const query = new URL(request.url!, hub.origin).searchParams;
    hub.told.push(form.get('hub.url') ?? `ping ${query.get('medium')} ${query.get('url')}`);
    hub.tokens.push(request.headers.authorization);
    const { status, onTold } = hub;
    hub.onTold = undefined;
    await onTold?.();
    if (status === 0) request.socket.destroy();
    else response.writeHead(status, { location: '/elsewhere' }).end();
  });
  await new Promise<void>((resolve) => hub.server.listen(0, '127.0.0.1', resolve));
  hub.origin = `http://127.0.0.1:${(hub.server.address() as AddressInfo).port}`;
  return hub;
}

describe('a change of a public feed', () => {
  let world: World;
  let hub: Hub;
  let show: Show;
  let feedId: string;
  let outbound: Outbound;
  let backend: QueueBackend;
  let workers: Workers;
  let relay: Relay;
  let set: Parameters<typeof toPushDeps>[0];

  const topic = () => `https://estrade.example.org/${show.slug}/feed.xml`;
  const change = () => world.db.transaction((manager) => announce(manager, feedChanged, { feedId }));
  const settle = () => drain(backend, relay);
  const pushes = () => new PushesQuery(world.db).newest(feedId);
  const run = (over: Partial<JobRun> = {}): JobRun => ({
    ...{ signal: new AbortController().signal, attempt: 1, isLastTry: false },
    ...over,
  });
  /** One try of what waits, as a worker would make it. */
  const tryOnce = async (over?: Partial<JobRun>) => {
    const push = await world.db.manager.findOneByOrFail(Push, { feedId, state: 'waiting' });
    const payload = { pushId: push.id, round: push.changes };
    return makeSendPush(toPushDeps(set))(payload, run(over)).catch((error: Error) => error.name);
  };
  const setFeed = (changes: object) =>
    world.db.query(`update shows set feed = feed || $2 where id = $1`, [show.id, JSON.stringify(changes)]);

  beforeAll(async () => {
    world = await aWorld();
    hub = await openHub();
    const config = readConfig({
      PUBLIC_URL: 'https://estrade.example.org',
      WEBSUB_HUBS: `${hub.origin}/hub`,
      OUTBOUND_ALLOW: hub.origin,
    });
    outbound = new Outbound({ publicUrl: config.publicUrl, allow: config.outboundAllow });
    set = { dataSource: world.db, addresses: world.addresses, config, clock: systemClock, outbound };
  });
  beforeEach(async () => {
    Object.assign(hub, { told: [], status: 204, tokens: [] });
    show = await aShow(world.db, { title: `Show ${newId()}` });
    feedId = newId();
    const path = `/${show.slug}/feed.xml`;
    await world.db.getRepository(Feed).insert({ id: feedId, kind: 'show', subjectId: show.id, path });
    backend = createQueueBackend({ databaseUrl: world.url });
    relay = await startRelay({
      ...{ dataSource: world.db, databaseUrl: world.url, backend, clock: systemClock, log },
      jobs: [sendPush],
      // The show's making wanted a build, which is not what is looked at here.
      subscriptions: pushSubscriptions(set),
    });
    workers = startWorkers(backend, [sendPush], { 'hooks.push': makeSendPush(toPushDeps(set)) }, { log });
  });
  afterEach(async () => {
    await relay.close();
    await workers.close(0);
    await backend.close();
    await world.db.query('delete from feeds');
    await world.db.query('delete from outbox');
  });
  afterAll(async () => {
    await outbound.close();
    hub.server.closeAllConnections();
    hub.server.close();
    await world.close();
  });

  it('is told to the hub once', async () => {
    await change();
    await settle();
    expect(hub.told).toEqual([topic()]);
    expect(await pushes()).toMatchObject([
      {
        target: 'websub',
        address: `${hub.origin}/hub`,
        state: 'sent',
        changes: 1,
        tries: 1,
        lastStatus: 204,
        error: null,
      },
    ]);
  });

  it('is told again for the next change', async () => {
    await change();
    await settle();
    await change();
    await settle();
    expect(hub.told).toHaveLength(2);
    expect(await pushes()).toHaveLength(2);
  });

  it('waits for a hub that is down, a hundred changes as one message (fault:F45)', async () => {
    await workers.close(0); // the queue's own pauses are half a minute and more; here each try is made by hand
    hub.status = 0;
    for (let i = 0; i < 100; i += 1) await change();
    await relay.relayOnce();
    expect(await tryOnce()).toBe('Error');
    hub.status = 503;
    expect(await tryOnce({ attempt: 2 })).toBe('Error');
    expect(await pushes()).toMatchObject([
      { state: 'waiting', changes: 100, tries: 2, lastStatus: 503, error: 'ANSWER_REFUSED' },
    ]);
    hub.told.length = 0;
    hub.status = 202;
    expect(await tryOnce({ attempt: 3 })).toBeUndefined();
    expect(hub.told).toEqual([topic()]);
    expect(await pushes()).toMatchObject([{ state: 'sent', changes: 100, tries: 3, lastStatus: 202, error: null }]);
  });

  it('is a dead letter after the last try, and the next change is told all the same', async () => {
    await workers.close(0);
    hub.status = 500;
    await change();
    await relay.relayOnce();
    expect(await tryOnce({ attempt: 8, isLastTry: true })).toBe('Error');
    expect(await pushes()).toMatchObject([{ state: 'failed', lastStatus: 500 }]);
    hub.status = 204;
    await change();
    await relay.relayOnce();
    expect(await tryOnce()).toBeUndefined();
    expect((await pushes()).map(({ state }) => state)).toEqual(['sent', 'failed']);
  });

  it('is not told to a hub that refuses it a second time, and not followed elsewhere (abuse:A48)', async () => {
    hub.status = 302;
    await change();
    await settle();
    expect(hub.told).toEqual([topic()]);
    expect(await pushes()).toMatchObject([{ state: 'failed', tries: 1, lastStatus: 302, error: 'ANSWER_REFUSED' }]);
  });

  it('is told at once when a person asks, whatever pause it is in', async () => {
    hub.status = 503;
    const failed = new Promise<void>((resolve) => (hub.onTold = async () => resolve()));
    await change();
    await relay.relayOnce();
    await failed;
    hub.status = 204;
    const told = new Promise<void>((resolve) => (hub.onTold = async () => resolve()));
    const subject = await readToldFeed(world.db.manager, feedId, world.addresses);
    await world.db.transaction((manager) => pushAgain(manager, subject!, toPushTargets(set.config)));
    await relay.relayOnce();
    await told;
    await workers.close(5_000);
    const [push] = await pushes();
    expect(push).toMatchObject({ state: 'sent', changes: 2, lastStatus: 204 });
    // The order that still pauses; it would find nothing to do.
    await backend.removeJob(sendPush, { pushId: push!.id, round: 1 });
  });

  it('that comes while the hub is being told is told after it', async () => {
    hub.onTold = async () => {
      await change();
      await relay.relayOnce();
    };
    await change();
    await settle();
    expect(hub.told).toEqual([topic(), topic()]);
    expect(await pushes()).toMatchObject([{ state: 'sent', changes: 2, tries: 2 }]);
  });

  it('is told to a podping server with medium and token', async () => {
    const podping = { url: `${hub.origin}/ping`, token: 'Bearer t' };
    const config = { ...set.config, websubHubs: [], podping };
    const subject = await readToldFeed(world.db.manager, feedId, world.addresses);
    await workers.close(0);
    await world.db.transaction((manager) => pushAgain(manager, subject!, toPushTargets(config)));
    const push = await world.db.manager.findOneByOrFail(Push, { feedId });
    await makeSendPush(toPushDeps({ ...set, config }))({ pushId: push.id, round: 1 }, run());
    expect(hub.told).toEqual([`ping podcast ${topic()}`]);
    expect(hub.tokens).toEqual(['Bearer t']);
    expect(JSON.stringify(await pushes())).not.toContain('Bearer');
  });

  it('is told to nobody where the show does not want it, where it has moved, or where it is gone', async () => {
    await setFeed({ push: false });
    await change();
    await settle();
    await setFeed({ push: true, movedTo: 'https://elsewhere.example/feed' });
    await change();
    await settle();
    await setFeed({ movedTo: '' });
    await world.db.getRepository(Feed).update(feedId, { goneAt: systemClock.now() });
    await change();
    await settle();
    expect(hub.told).toEqual([]);
    expect(await pushes()).toEqual([]);
  });

  it.each(['private', 'personal'] as const)('is never told of a %s feed (feed:V04)', async (kind) => {
    await world.db.getRepository(Feed).update(feedId, { kind, path: null });
    await change();
    await settle();
    expect(hub.told).toEqual([]);
  });

  it('is dropped when it was switched off before it could be told', async () => {
    await workers.close(0);
    await change();
    await relay.relayOnce();
    await setFeed({ push: false });
    await tryOnce();
    expect(hub.told).toEqual([]);
    expect(await pushes()).toMatchObject([{ state: 'dropped', tries: 0 }]);
  });

  it('is ordered again from its row when the queue was lost', async () => {
    await workers.close(0);
    await change();
    await relay.relayOnce();
    expect(await findUnsent(world.db.manager)).toEqual([]);
    await world.db.query(`update pushes set created_at = now() - interval '1 hour', changes = 3`);
    const [{ id }] = (await pushes()) as [Push];
    expect(await findUnsent(world.db.manager)).toMatchObject([{ job: sendPush, payload: { pushId: id, round: 3 } }]);
    await onPushParked(world.db.manager, 'hooks.push', { pushId: id, round: 3 });
    expect(await findUnsent(world.db.manager)).toEqual([]);
    expect(await pushes()).toMatchObject([{ state: 'failed' }]);
  });

  it('says what it cannot reach without a try, when the hub lies inside and no setting allows it', async () => {
    const strict = new Outbound({ publicUrl: 'https://estrade.example.org' });
    await workers.close(0);
    await change();
    await relay.relayOnce();
    const push = await world.db.manager.findOneByOrFail(Push, { feedId });
    const send = makeSendPush(toPushDeps({ ...set, outbound: strict }));
    await expect(send({ pushId: push.id, round: 1 }, run())).rejects.toThrow('ADDRESS_NOT_FETCHED');
    expect(hub.told).toEqual([]);
    expect(await pushes()).toMatchObject([{ state: 'failed', error: 'ADDRESS_NOT_FETCHED', lastStatus: null }]);
    await strict.close();
  });
});
