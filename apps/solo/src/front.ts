import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { StartError } from './start-error.js';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** The one port of a solo instance: `/api` and `/studio` go to one app, everything else to the other. */
export interface Front {
  server: Server;
  /** Where it really listens (PORT=0 asks for any free port). */
  port: number;
  attach(handlers: { web: Handler; api: Handler }): void;
  /** Stops accepting, lets running answers end for `graceMs`, then closes what is left. */
  close(graceMs: number): Promise<void>;
}

const isApi = (url: string): boolean => /^\/(api|studio)([/?]|$)/.test(url);

/** Takes the port before anything else is started, so that a taken one is one message and no half start. */
export async function openFront(port: number, host: string): Promise<Front> {
  let handlers: { web: Handler; api: Handler } | undefined;
  const server = createServer((request, response) => {
    if (!handlers) return answerStarting(response);
    (isApi(request.url ?? '/') ? handlers.api : handlers.web)(request, response);
  });
  server.requestTimeout = 0;
  server.headersTimeout = 20_000;
  server.keepAliveTimeout = 65_000;
  await listen(server, port, host);
  return {
    server,
    port: (server.address() as { port: number }).port,
    attach: (next) => (handlers = next),
    close: (graceMs) => closeGently(server, graceMs),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(toStartError(error, port, host)));
    server.listen(port, host, resolve);
  });
}

function toStartError(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const cures: Record<string, string> = {
    EADDRINUSE: `Port ${port} is in use by another program. Stop that program, or start with another port: PORT=3001 npm start`,
    EACCES: `Port ${port} needs more rights than this user has. Choose one above 1023: PORT=3000 npm start`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Set HOST to one that it has, such as 127.0.0.1 or 0.0.0.0.`,
    ENOTFOUND: `The name ${host} is unknown here. Set HOST to an address of this machine.`,
  };
  return new StartError(cures[error.code ?? ''] ?? `Cannot listen on ${host}:${port}: ${error.message}`);
}

function answerStarting(response: ServerResponse): void {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' });
  response.end('Estrade is starting; try again in a moment.\n');
}

async function closeGently(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(timer);
}
