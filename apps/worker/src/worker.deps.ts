import type { DataSource } from 'typeorm';
import type { Addresses } from '#libs/catalog';
import type { Config, Log } from '#libs/config';
import type { Ffmpeg } from '#libs/ffmpeg';
import type { Clock } from '#libs/kernel';
import type { Storage } from '#libs/storage';

/** Everything the worker gets from outside; made by `main.ts` or by a test. */
export interface WorkerDeps {
  readonly config: Config;
  /** Opened with all entities; the app closes it when it closes. */
  readonly dataSource: DataSource;
  /** For the queues' own pools and for connections that listen. */
  readonly databaseUrl: string;
  readonly storage: Storage;
  readonly ffmpeg: Ffmpeg;
  readonly addresses: Addresses;
  /** The instance's: the secrets of guest links are derived from it. */
  readonly secret: string;
  readonly clock: Clock;
  readonly log: Log;
  /** How long a dead worker's job stays taken; tests shorten it. */
  readonly lockMs?: number;
}

/** The token under which factories get the deps. */
export const WORKER_DEPS = Symbol('WorkerDeps');
