import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from './config.js';

export type Log = Logger;

/** Names whose values never reach a log, wherever they stand at the first two levels. */
const secrets = [
  'password',
  'current',
  'next',
  'token',
  'secret',
  'cookie',
  'authorization',
  'email',
  'ip',
  'remoteAddress',
];

/**
 * The log of one app: one JSON object a line on standard output, with the app's name. Secrets and addresses are
 * removed by name; texts of users go through `shorten` first (`abuse:A44`). `to` is for tests.
 */
export function createLog(config: Pick<Config, 'logLevel'>, name: string, to?: DestinationStream): Log {
  const options = {
    name,
    level: config.logLevel,
    base: { name },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describe, error: describe },
    redact: { paths: secrets.flatMap((s) => [s, `*.${s}`]), remove: true },
  };
  return to ? pino(options, to) : pino(options);
}

/** A text from outside as a log may hold it: one line, no control characters, at most `max` characters (`abuse:A44`). */
export function shorten(text: string, max = 200): string {
  const cut = text.length > max ? `${text.slice(0, max)}…` : text;
  return cut.toWellFormed().replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, '?');
}

/** What the log keeps of an error: no values of a query and nothing that a mail server said, which name people. */
function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name: type, message, stack, cause } = error;
  const reason = cause instanceof Error ? { cause: { type: cause.name, ...codesOf(cause) } } : {};
  return { type, message: shorten(message, 500), stack: stack?.slice(0, 4_000), ...codesOf(error), ...reason };
}

function codesOf(error: Error): { code?: unknown; responseCode?: unknown } {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return { ...(code !== undefined && { code }), ...(responseCode !== undefined && { responseCode }) };
}
