import type { DataSource } from 'typeorm';
import type { Addresses } from '#libs/catalog';
import type { Config, Log } from '#libs/config';
import type { Clock } from '#libs/kernel';
import type { Storage } from '#libs/storage';

/** What the public app is made of; made outside of it, so that solo, a container and a test bring their own. */
export interface WebDeps {
  config: Pick<Config, 'publicUrl' | 'production' | 'trustedProxy'>;
  dataSource: DataSource;
  /** For the connection that listens to changes. */
  databaseUrl: string;
  storage: Storage;
  addresses: Addresses;
  /** The instance's: the secrets of guest links are derived from it. */
  secret: string;
  clock: Clock;
  log: Log;
}

/** The injection token of `WebDeps`. */
export const WEB_DEPS = 'WEB_DEPS';
