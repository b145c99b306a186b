export { type Config, ConfigError, environmentSchema, readConfig } from './config.js';
