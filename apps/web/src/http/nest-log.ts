import type { LoggerService } from '@nestjs/common';
import { type Log, shorten } from '#libs/config';

/** The framework's own messages in our log: its start-up chatter at debug, warnings and errors as they are. */
export class NestLog implements LoggerService {
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
}

function toText(message: unknown): string {
  return shorten(message instanceof Error ? message.message : String(message), 1000);
}
