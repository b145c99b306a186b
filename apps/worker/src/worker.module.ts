import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WORKER_DEPS, type WorkerDeps } from './worker.deps.js';
import { workerProviders } from './worker.providers.js';

/** The worker, made of what `deps` brings and of nothing else. */
@Module({})
export class WorkerModule {
  static register(deps: WorkerDeps): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        TypeOrmModule.forRootAsync({
          name: 'worker',
          useFactory: () => ({ type: 'postgres' }),
          dataSourceFactory: async () => deps.dataSource,
        }),
      ],
      providers: [{ provide: WORKER_DEPS, useValue: deps }, ...workerProviders],
    };
  }
}
