import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, request, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Addresses } from '#libs/catalog';
import { createLog } from '#libs/config';
import { openDataSource } from '#libs/database';
import { createStorage, type Storage } from '#libs/storage';
import { allEntities, aWorld, testSecret, type World } from '../../../test/factories/world.js';
import { createWebApp, type WebApp } from './web.app.js';

/** A web app over a database and a folder of its own, on a free port of this machine. */
export interface WebWorld extends World {
  web: WebApp;
  storage: Storage;
  origin: string;
  /** Lines of the log so far. */
  lines: string[];
  get(url: string, headers?: Record<string, string>, method?: 'GET' | 'HEAD'): Promise<Answer>;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
  bytes: Buffer;
}

/** @param given `atOwnOrigin`: its absolute addresses lead to itself, for browsers and programs that follow them. */
export async function aWebWorld(given: { atOwnOrigin?: boolean } = {}): Promise<WebWorld> {
  let handler: RequestListener | undefined;
  const server = createServer((question, answer) => handler!(question, answer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${portOf(server)}`;
  const publicUrl = given.atOwnOrigin ? origin : 'http://localhost:3000';
  const world = await aWorld(publicUrl);
  const dataDir = await mkdtemp(join(tmpdir(), 'estrade-web-'));
  const storage = await createStorage({ dataDir, storageUrl: undefined });
  const lines: string[] = [];
  const web = await createWebApp({
    config: { publicUrl, production: false, trustedProxy: undefined },
    dataSource: await openDataSource(world.url, allEntities, [], 4),
    databaseUrl: world.url,
    storage,
    addresses: new Addresses(publicUrl),
    secret: testSecret,
    clock: world.clock,
    log: createLog({ logLevel: 'info' }, 'web', { write: (line: string) => void lines.push(line) }),
  });
  handler = web.handler;
  return {
    ...world,
    web,
    storage,
    lines,
    origin,
    get: (url, headers = {}, method = 'GET') => ask(server, url, headers, method),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await web.close();
      await world.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function portOf(server: Server): number {
  return (server.address() as { port: number }).port;
}

/** One request, its path sent as it is written: no client tidies it up. */
function ask(server: Server, path: string, headers: Record<string, string>, method: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: portOf(server), path, headers, method, agent: false },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const bytes = Buffer.concat(chunks);
          resolve({ status: answer.statusCode!, headers: answer.headers, bytes, body: bytes.toString() });
        });
      },
    );
    asked.on('error', reject).end();
  });
}
