import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { forgetEnded } from '#libs/accounts';
import { findUnsentMailings, forgetFollowers, startMailings } from '#libs/audience';
import {
  BinService,
  EpisodeMediaService,
  EpisodePublishingService,
  EpisodeWindowsService,
  ReviewDeadlines,
  SelectionsService,
} from '#libs/catalog';
import {
  findUnbuilt,
  findUnchecked,
  forgetChoices,
  forgetPurged,
  orderPreparations,
  reconcileKinds,
} from '#libs/feeds';
import { findUnsent, onPushParked } from '#libs/hooks';
import { createMailer } from '#libs/mail';
import {
  collectLeftovers,
  ImagesService,
  onAlternateParked,
  onPreviewParked,
  onTagParked,
  type PipelineDeps,
  Reconciler,
  SignOfLife,
  signMs,
  WorkFolders,
} from '#libs/media';
import {
  ExportsService,
  findUnimported,
  findUnwritten,
  onExportParked,
  onImportParked,
  sweepImports,
  sweepParts,
} from '#libs/transfer';
import { findUnindexed } from '#libs/search';
import { Outbound } from '#libs/outbound';
import { ShareCountsQuery } from '#libs/stats';
import {
  findUnmade,
  findUnmadeClips,
  findUnsentLetters,
  findWithoutCard,
  GuestLettersService,
  onClipParked,
  onLetterParked,
  onPieceParked,
} from '#libs/sharing';
import { isQuiet, type QueueBackend, type Relay, startRelay, startWorkers, type Work } from '#libs/queue';
import { importFolder, toImportDeps } from './import/import-deps.js';
import { pushSubscriptions, toPushDeps } from './push/tell-hubs.js';
import { type Chore, Ticker } from './schedule/ticker.js';
import type { WorkerDeps } from './worker.deps.js';
import { jobs, makeHandlers, makeSubscriptions } from './worker.jobs.js';
import { WorkerModule } from './worker.module.js';
import { QUEUE_BACKEND } from './worker.providers.js';

/** A running worker. */
export interface WorkerApp {
  readonly app: INestApplicationContext;
  readonly backend: QueueBackend;
  readonly relay: Relay;
  /** Chores and relay first, then the jobs: what runs gets `graceMs`, then goes back to the queue; the pool last. */
  close(graceMs?: number): Promise<void>;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Starts hands for every queue, the relay of the outbox, and the chores: due episodes, the bin, the reconciler. */
export async function createWorkerApp(deps: WorkerDeps): Promise<WorkerApp> {
  const app = await NestFactory.createApplicationContext(WorkerModule.register(deps), {
    logger: false,
    abortOnError: false,
  });
  const backend = app.get<QueueBackend>(QUEUE_BACKEND);
  const reconciler = app.get(Reconciler);
  const { log, clock, databaseUrl, config } = deps;
  const dataSource = app.get<DataSource>(getDataSourceToken('worker'));
  const media = pipelineOf(app, deps);
  const outbound = new Outbound({ publicUrl: config.publicUrl, allow: config.outboundAllow, log });
  const { addresses, secret } = deps;
  const letters = { dataSource, clock, addresses, secret, mailer: createMailer(config, clock) };
  const handlers = makeHandlers({
    media,
    feeds: {
      ...{ dataSource, databaseUrl, clock, addresses: deps.addresses, storage: deps.storage },
      ...{ hubs: config.websubHubs, podping: config.podping !== undefined },
    },
    exports: { dataSource, clock, storage: deps.storage },
    push: toPushDeps({ ...deps, dataSource, outbound }),
    imports: toImportDeps({ ...deps, dataSource, outbound }),
    search: { dataSource, clock },
    letters,
    guestLetters: { ...letters, effectOf: (linkId) => new ShareCountsQuery(dataSource).ofLink(linkId) },
    pieces: { dataSource, clock, addresses: deps.addresses, storage: deps.storage },
    clips: { dataSource, storage: deps.storage, ffmpeg: deps.ffmpeg, folders: media.folders },
  });
  const workers = startWorkers(backend, jobs, handlers, {
    log,
    concurrency: { 'encode-short': config.encodeConcurrency, 'encode-long': config.encodeConcurrency },
    onParked: async (name, payload) => {
      await reconciler.onParked(name, payload);
      await onTagParked(media, name, payload);
      await onAlternateParked(media, name, payload);
      await onPreviewParked(media, name, payload);
      await onExportParked({ dataSource, clock }, name, payload);
      await onImportParked({ dataSource, clock }, name, payload);
      await onPushParked(dataSource.manager, name, payload);
      await onLetterParked(dataSource.manager, name, payload);
      await onPieceParked(dataSource, name, payload);
      await onClipParked(dataSource, name, payload);
    },
  });
  const subscriptions = makeSubscriptions(dataSource, app.get(EpisodeMediaService), pushSubscriptions(deps), clock);
  const relay = await startRelay({ dataSource, databaseUrl, backend, jobs, subscriptions, clock, log });
  const ticker = new Ticker(log);
  const sign = new SignOfLife(dataSource, clock);
  ticker.start([{ name: 'give a sign of life', everyMs: signMs, work: () => sign.give() }, ...choresOf(app, deps)]);
  return {
    ...{ app, backend, relay },
    async close(graceMs = 5 * second) {
      await ticker.stop();
      await relay.close();
      await workers.close(graceMs);
      // Without a database it cannot take its leave; its silence tells.
      await sign.end().catch(() => {});
      await outbound.close();
      await backend.close();
      await app.close();
    },
  };
}

function pipelineOf(app: INestApplicationContext, { storage, ffmpeg, clock }: WorkerDeps): PipelineDeps {
  const episodes = app.get(EpisodeMediaService);
  return {
    ...{ dataSource: app.get<DataSource>(getDataSourceToken('worker')), storage, ffmpeg, clock },
    images: app.get(ImagesService),
    folders: app.get(WorkFolders),
    orderFor: (recordingId, revision) => episodes.renderOrder(recordingId, revision),
    isQuiet: () => isQuiet(app.get<QueueBackend>(QUEUE_BACKEND)),
  };
}

function choresOf(app: INestApplicationContext, deps: WorkerDeps): Chore[] {
  const { clock, log, storage } = deps;
  const reconcile = async () => {
    const mended = await app.get(Reconciler).reconcile();
    if (mended.announced.length + mended.failed.length > 0) log.warn(mended, 'rows and queue differed');
  };
  return [
    { name: 'publish due', everyMs: second, work: () => app.get(EpisodePublishingService).publishDue(clock.now()) },
    { name: 'tell of windows', everyMs: second, work: () => app.get(EpisodeWindowsService).announceDue(clock.now()) },
    {
      name: 'make feeds ready',
      everyMs: minute,
      work: () => orderPreparations(app.get<DataSource>(getDataSourceToken('worker')), clock.now()),
    },
    { name: 'reconcile sound', everyMs: minute, work: reconcile },
    { name: 'reconcile feeds', everyMs: minute, work: () => orderLost(app, findUnbuilt) },
    { name: 'reconcile pushes', everyMs: minute, work: () => orderLost(app, findUnsent) },
    { name: 'reconcile archives', everyMs: minute, work: () => orderLost(app, findUnwritten) },
    { name: 'reconcile imports', everyMs: minute, work: () => orderLost(app, findUnimported) },
    { name: 'reconcile cards', everyMs: minute, work: () => orderLost(app, findUnmade) },
    { name: 'reconcile clips', everyMs: minute, work: () => orderLost(app, findUnmadeClips) },
    {
      name: 'remind guests and keep deadlines',
      everyMs: 10 * second,
      work: () => new ReviewDeadlines(app.get<DataSource>(getDataSourceToken('worker')), clock).settleDue(),
    },
    { name: 'find pages without a card', everyMs: hour, work: () => orderLost(app, findWithoutCard) },
    {
      name: 'begin mailings',
      everyMs: 5 * second,
      work: () => startMailings(app.get<DataSource>(getDataSourceToken('worker')), clock.now()),
    },
    { name: 'reconcile search', everyMs: minute, work: () => orderLost(app, findUnindexed) },
    {
      name: 'write to guests',
      everyMs: 5 * second,
      work: () => new GuestLettersService(app.get<DataSource>(getDataSourceToken('worker')), clock).orderDue(),
    },
    {
      name: 'send mails to guests whose time has come',
      everyMs: 5 * second,
      work: () => orderLost(app, (manager) => findUnsentLetters(manager, clock.now())),
    },
    { name: 'reconcile mailings', everyMs: minute, work: () => orderLost(app, findUnsentMailings) },
    {
      name: 'forget followers',
      everyMs: hour,
      work: () => forgetFollowers(app.get<DataSource>(getDataSourceToken('worker')), clock.now()),
    },
    { name: 'check feeds', everyMs: minute, work: () => orderChecks(app, clock.now()) },
    {
      name: 'find feeds that should exist',
      everyMs: hour,
      work: () => reconcileKinds(app.get<DataSource>(getDataSourceToken('worker'))),
    },
    { name: 'forget unused choices', everyMs: hour, work: () => forgetUnused(app, deps) },
    {
      name: 'forget ended logins',
      everyMs: hour,
      work: () => forgetEnded(app.get<DataSource>(getDataSourceToken('worker')), clock.now()),
    },
    {
      name: 'collect leftover sound',
      everyMs: hour,
      work: () => collectLeftovers({ dataSource: app.get<DataSource>(getDataSourceToken('worker')), storage, clock }),
    },
    {
      name: 'sweep archives',
      everyMs: hour,
      work: () => new ExportsService(app.get<DataSource>(getDataSourceToken('worker')), storage, clock).sweep(),
    },
    {
      name: 'sweep files of imports',
      everyMs: hour,
      work: () => sweepParts(importFolder(deps), new Date(clock.now().getTime() - 72 * hour)),
    },
    {
      name: 'sweep imports',
      everyMs: hour,
      work: () => sweepImports(app.get<DataSource>(getDataSourceToken('worker')).manager, clock.now()),
    },
    { name: 'purge the bin', everyMs: hour, work: () => app.get(BinService).purge(clock.now()) },
    {
      name: 'forget purged feeds',
      everyMs: hour,
      work: () => forgetPurged(app.get<DataSource>(getDataSourceToken('worker')).manager),
    },
    {
      name: 'sweep the storage',
      everyMs: hour,
      work: () => storage.sweep(new Date(clock.now().getTime() - 24 * hour)),
    },
  ];
}

/** What listeners put together and no app asks for any more. */
async function forgetUnused(app: INestApplicationContext, { clock }: WorkerDeps): Promise<void> {
  const dataSource = app.get<DataSource>(getDataSourceToken('worker'));
  if (await new SelectionsService(dataSource, clock).forgetUnused()) await forgetChoices(dataSource.manager);
}

/** What rows wait for while the queue knows nothing of it. What is parked stays parked until the next change. */
async function orderLost(
  app: INestApplicationContext,
  find: (manager: EntityManager) => Promise<Work[]>,
): Promise<void> {
  const backend = app.get<QueueBackend>(QUEUE_BACKEND);
  const dataSource = app.get<DataSource>(getDataSourceToken('worker'));
  for (const { job, payload } of await find(dataSource.manager)) {
    if (!(await backend.find(job, payload))) await backend.enqueue(job, payload);
  }
}

/** Looks at feeds that have changed since the last one, or that nobody looked at for a day. */
async function orderChecks(app: INestApplicationContext, now: Date): Promise<void> {
  const backend = app.get<QueueBackend>(QUEUE_BACKEND);
  const dataSource = app.get<DataSource>(getDataSourceToken('worker'));
  for (const { job, payload } of await findUnchecked(dataSource.manager, now)) await backend.enqueue(job, payload);
}
