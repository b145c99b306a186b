export { type Config, ConfigError, environmentSchema, readConfig } from './config.js';
export { type Log, createLog, shorten } from './log.js';
export { readSecret } from './secret.js';
