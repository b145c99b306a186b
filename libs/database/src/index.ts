export { dataSourceOptions, openDataSource } from './data-source.js';
export { EmbeddedPostgresError } from './embedded/error.js';
export { type EmbeddedPostgres, type LaunchOptions, startEmbeddedPostgres } from './embedded/launcher.js';
export { findDrift, migrate } from './migrate.js';
export { SnakeNaming } from './naming.js';
export { type Listener, listen, notify } from './notification.js';
export { announce, announceAll, outboxChannel } from './outbox.js';
export { readRows, type RowsWhere } from './read-rows.js';
export { OutboxRow } from './outbox.entity.js';
