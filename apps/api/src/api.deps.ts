import type { DataSource } from 'typeorm';
import type { Addresses } from '#libs/catalog';
import type { Config, Log } from '#libs/config';
import type { Clock } from '#libs/kernel';
import type { Mailer } from '#libs/mail';
import type { Storage } from '#libs/storage';

/** Everything the API app gets from outside; made by `solo`, by `main.ts` or by a test. */
export interface ApiDeps {
  config: Config;
  /** Opened with all entities; the app closes it when it closes. */
  dataSource: DataSource;
  /** For the connection that listens to notifications. */
  databaseUrl: string;
  storage: Storage;
  mailer: Mailer;
  clock: Clock;
  log: Log;
  addresses: Addresses;
  /** The instance's: the secrets of guest links are derived from it. */
  secret: string;
  /** Where the built studio lies, if not where the build puts it. */
  studioDir?: string;
}

/** The token under which controllers and factories get the deps: `@Inject(API_DEPS) deps: ApiDeps`. */
export const API_DEPS = Symbol('ApiDeps');
