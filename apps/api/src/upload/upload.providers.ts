import {
  type FactoryProvider,
  Inject,
  Injectable,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { FastifyInstance } from 'fastify';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { Staging, UploadsService } from '#libs/media';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { episodeRecordings } from '../recording/episode-recordings.js';
import { ReceiveService } from './receive.service.js';
import { StagedStore } from './staged-store.js';
import { makeTusServer } from './tus-server.js';
import { TUS_HANDLER, UploadController } from './upload.controller.js';
import { UploadLocker } from './upload-locker.js';

/** Left free for the database, the logs and what is made of recordings. */
const reserveBytes = 512 * 1024 ** 2;

/** Opens the receiving side with the app and closes it with it. */
@Injectable()
class Receiving implements OnModuleInit, OnApplicationShutdown {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(ReceiveService) private readonly receive: ReceiveService,
    @Inject(StagedStore) private readonly store: StagedStore,
    @Inject(UploadLocker) private readonly locker: UploadLocker,
  ) {}

  onModuleInit(): void {
    const instance = this.host.httpAdapter.getInstance<FastifyInstance>();
    // The body goes to tus as it comes; nothing reads it before.
    instance.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
    this.receive.startSweeping(this.store, this.locker);
  }

  async onApplicationShutdown(): Promise<void> {
    this.receive.stopSweeping();
    await this.locker.close();
  }
}

export const uploadControllers = [UploadController];

export const uploadProviders: (FactoryProvider | typeof Receiving)[] = [
  Receiving,
  {
    provide: Staging,
    useFactory: ({ config }: ApiDeps) => new Staging(join(config.dataDir, 'uploads')),
    inject: [API_DEPS],
  },
  {
    provide: UploadsService,
    useFactory: (deps: ApiDeps, dataSource: DataSource, staging: Staging) =>
      new UploadsService(dataSource, deps.storage, staging, toLimits(deps), deps.clock),
    inject: [API_DEPS, getDataSourceToken('api'), Staging],
  },
  {
    provide: UploadLocker,
    useFactory: (source: DataSource) => new UploadLocker(source),
    inject: [getDataSourceToken('api')],
  },
  {
    provide: StagedStore,
    useFactory: (uploads: UploadsService, staging: Staging, locker: UploadLocker) =>
      new StagedStore(uploads, staging, (id) => locker.sign(id)),
    inject: [UploadsService, Staging, UploadLocker],
  },
  {
    provide: ReceiveService,
    useFactory: ({ clock, log }: ApiDeps, dataSource: DataSource, uploads: UploadsService) =>
      new ReceiveService(dataSource, uploads, episodeRecordings, clock, log),
    inject: [API_DEPS, getDataSourceToken('api'), UploadsService],
  },
  {
    provide: TUS_HANDLER,
    useFactory: ({ config }: ApiDeps, store: StagedStore, locker: UploadLocker, uploads: UploadsService) =>
      makeTusServer('/api/v1/uploads', store, locker, config.uploadMaxBytes, async (id) => {
        const upload = await uploads.find(id);
        await uploads.finish(id, upload ? store.takeDigest(id, upload.totalBytes) : undefined);
      }),
    inject: [API_DEPS, StagedStore, UploadLocker, UploadsService],
  },
];

function toLimits({ config }: ApiDeps) {
  const { uploadMaxBytes: fileBytes, uploadQuotaBytes: quotaBytes, uploadExpireHours: expireHours } = config;
  return { fileBytes, quotaBytes, expireHours, reserveBytes };
}
