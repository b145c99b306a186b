export { type Config, ConfigError, environmentSchema, readConfig } from './config.js';
export { FrameworkLog } from './framework-log.js';
export { type Log, createLog, shorten } from './log.js';
export { readSecret } from './secret.js';
