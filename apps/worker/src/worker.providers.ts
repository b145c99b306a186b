import type { FactoryProvider } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { BinService, EpisodeMediaService, EpisodePublishingService, EpisodeWindowsService } from '#libs/catalog';
import { ImagesService, MediaEraser, Reconciler, Staging, WorkFolders } from '#libs/media';
import { createQueueBackend, type QueueBackend } from '#libs/queue';
import { WORKER_DEPS, type WorkerDeps } from './worker.deps.js';

export const QUEUE_BACKEND = Symbol('QueueBackend');
const DATA = getDataSourceToken('worker');

/** The services that the worker's hands use, each made once. */
export const workerProviders: FactoryProvider[] = [
  {
    provide: QUEUE_BACKEND,
    useFactory: ({ databaseUrl, config, log, lockMs }: WorkerDeps) =>
      createQueueBackend({
        ...{ databaseUrl, redisUrl: config.redisUrl },
        ...(lockMs && { lockMs }),
        onError: (error) => log.warn({ reason: error.message }, 'the queue is away; it is tried again'),
      }),
    inject: [WORKER_DEPS],
  },
  {
    provide: WorkFolders,
    useFactory: ({ config }: WorkerDeps) => new WorkFolders(join(config.dataDir, 'work')),
    inject: [WORKER_DEPS],
  },
  {
    provide: ImagesService,
    useFactory: ({ storage }: WorkerDeps) => new ImagesService(storage),
    inject: [WORKER_DEPS],
  },
  {
    provide: EpisodeMediaService,
    useFactory: ({ clock }: WorkerDeps, data: DataSource) => new EpisodeMediaService(data, clock),
    inject: [WORKER_DEPS, DATA],
  },
  {
    provide: EpisodePublishingService,
    useFactory: ({ clock, addresses }: WorkerDeps, data: DataSource) =>
      new EpisodePublishingService(data, clock, addresses),
    inject: [WORKER_DEPS, DATA],
  },
  {
    provide: EpisodeWindowsService,
    useFactory: (data: DataSource) => new EpisodeWindowsService(data),
    inject: [DATA],
  },
  {
    provide: BinService,
    useFactory: ({ clock, storage, config }: WorkerDeps, data: DataSource) =>
      new BinService(data, clock, new MediaEraser(data, storage, new Staging(join(config.dataDir, 'uploads')))),
    inject: [WORKER_DEPS, DATA],
  },
  {
    provide: Reconciler,
    useFactory: ({ clock }: WorkerDeps, data: DataSource, backend: QueueBackend, folders: WorkFolders) =>
      new Reconciler(data, backend, folders, clock),
    inject: [WORKER_DEPS, DATA, QUEUE_BACKEND, WorkFolders],
  },
];
