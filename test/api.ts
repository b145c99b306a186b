import { type IncomingHttpHeaders, createServer, request as openRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { type Accounts, Errands, createAccounts } from '#libs/accounts';
import { Addresses } from '#libs/catalog';
import { createLog, readConfig } from '#libs/config';
import { openDataSource } from '#libs/database';
import type { Mail } from '#libs/mail';
import { type ApiApp, createApiApp } from '../apps/api/src/api.app.js';
import type { ApiDeps } from '../apps/api/src/api.deps.js';
import { entities } from '../apps/api/src/entities.js';
import { createTestDatabase } from './database.js';

export const publicUrl = 'https://estrade.test';
export const ownerPassword = 'a password for tests';

interface Ask {
  body?: unknown;
  headers?: Record<string, string>;
  /** A cookie (`estrade_login=…`) or a token (`estrade_…`). */
  as?: string;
  /** The client's address, as a trusted proxy would say it. */
  from?: string;
}

export interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  bytes: Buffer;
  json<T = Record<string, unknown>>(): T;
}

/** The API app over a database of its own, with a clock that a test can set and mails that it can read. */
export interface TestApi {
  api: ApiApp;
  /** On 127.0.0.1, for requests that `ask` cannot make. */
  port: number;
  deps: ApiDeps;
  dataSource: DataSource;
  /** The same services over the same database, for preparing. */
  accounts: Accounts;
  mails: Mail[];
  log: string[];
  clock: { at: Date; pass(ms: number): void };
  /** Asks as a browser on our own pages would: with Origin, unless `headers` say otherwise. */
  ask(method: string, path: string, ask?: Ask): Promise<Answered>;
  /** Waits until the mails of earlier requests are out. */
  settle(): Promise<void>;
  /** Forgets every account, and with it every login, link and mail. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

export async function openTestApi(env: Record<string, string> = {}, change: Partial<ApiDeps> = {}): Promise<TestApi> {
  const database = await createTestDatabase();
  const dataSource = await openDataSource(database.url, entities, [], 5);
  const config = readConfig({
    NODE_ENV: 'test',
    PUBLIC_URL: publicUrl,
    SECRET: 's'.repeat(32),
    TRUSTED_PROXY: '127.0.0.1',
    ...env,
  });
  const mails: Mail[] = [];
  const log: string[] = [];
  const clock = {
    at: new Date('2026-05-12T10:00:00Z'),
    now: () => clock.at,
    pass: (ms: number) => void (clock.at = new Date(clock.at.getTime() + ms)),
  };
  const deps = {
    config,
    dataSource,
    databaseUrl: database.url,
    mailer: {
      isKept: true,
      send: async (mail: Mail) => void mails.push(mail),
      forgetKeptMails: async (to: readonly string[]) =>
        void mails.splice(0, mails.length, ...mails.filter((mail) => !to.includes(mail.to))),
      listKeptMails: async () => mails.map((mail, i) => ({ id: String(i), sentAt: clock.at.toISOString(), ...mail })),
    },
    clock,
    log: createLog(
      { logLevel: 'trace' },
      'api',
      new Writable({ write: (line, _, done) => (log.push(String(line)), done()) }),
    ),
    addresses: new Addresses(config.publicUrl),
    secret: config.secret!,
    ...change,
  } as ApiDeps;
  const api = await createApiApp(deps);
  const server = createServer(api.handler).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const accounts = createAccounts({ ...deps, secret: config.secret! });
  return {
    api,
    port,
    deps,
    dataSource,
    accounts,
    mails,
    log,
    clock,
    ask: (method, path, { body, headers, as, from } = {}) =>
      send(port, method, path, body, {
        origin: publicUrl,
        ...toAuth(as),
        ...(from && { 'x-forwarded-for': from }),
        ...headers,
      }),
    settle: () => api.app.get(Errands).done(),
    async empty() {
      await dataSource.query('truncate users, one_time_links, throttles cascade');
      mails.length = 0;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await api.close();
      await database.drop();
    },
  };
}

/** The owner of the instance, and the cookie of a browser in which they signed in. */
export async function signInOwner({ accounts, ask }: TestApi, email = 'ada@estrade.test'): Promise<string> {
  await accounts.setup.ensureOwner(email, ownerPassword, 'Ada');
  return cookieOf(await ask('POST', '/api/v1/login', { body: { email, password: ownerPassword } }))!;
}

/** The login cookie that an answer sets, as a request sends it. */
export function cookieOf(answer: Answered): string | undefined {
  const header = [answer.headers['set-cookie'] ?? []].flat().at(-1);
  return header?.split(';')[0];
}

/** The secret in the link of a mail. */
export function secretOf(mail: Mail | undefined): string {
  return /#token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
}

function toAuth(as: string | undefined): Record<string, string> {
  if (!as) return {};
  return as.startsWith('estrade_login=') ? { cookie: as } : { authorization: `Bearer ${as}` };
}

/** Strings and bytes go out as they are, everything else as JSON. */
function send(
  port: number,
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Answered> {
  const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
  const type = body !== undefined && !isRaw ? { 'content-type': 'application/json' } : {};
  const bytes = body === undefined ? undefined : Buffer.from(isRaw ? (body as string) : JSON.stringify(body));
  const length = bytes ? { 'content-length': String(bytes.length) } : {};
  return new Promise((resolve, reject) => {
    const request = openRequest(
      { host: '127.0.0.1', port, method, path, headers: withoutEmpty({ ...type, ...length, ...headers }) },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const received = Buffer.concat(chunks);
          const text = received.toString('utf8');
          const { statusCode: status, headers } = response;
          resolve({ status: status!, headers, text, bytes: received, json: () => JSON.parse(text) });
        });
      },
    );
    request.on('error', reject);
    request.end(bytes);
  });
}

/** A header set to '' is left out: how a test asks without Origin. */
function withoutEmpty(headers: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter((entry): entry is [string, string] => Boolean(entry[1])));
}
