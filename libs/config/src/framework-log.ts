import { type Log, shorten } from './log.js';

/**
 * A framework's own messages in our log: its start-up chatter at debug, its warnings and errors as they are.
 * It has the methods that Nest wants of a logger, and knows nothing of Nest.
 */
export class FrameworkLog {
  constructor(private readonly to: Log) {}

  log(message: unknown): void {
    this.to.debug(toText(message));
  }
  error(message: unknown, stack?: unknown): void {
    this.to.error({ ...(typeof stack === 'string' && { stack: stack.slice(0, 4000) }) }, toText(message));
  }
  warn(message: unknown): void {
    this.to.warn(toText(message));
  }
  debug(message: unknown): void {
    this.to.debug(toText(message));
  }
  verbose(message: unknown): void {
    this.to.trace(toText(message));
  }
  fatal(message: unknown): void {
    this.to.fatal(toText(message));
  }
}

function toText(message: unknown): string {
  return shorten(message instanceof Error ? message.message : String(message), 1000);
}
