import { spawn } from 'node:child_process';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';

/** The program beside this file. */
export const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
/** Servers have one processor, clients the other. */
export const cpus = { server: '0', client: '1' };

export interface Recorded {
  full: { status: number; headers: Record<string, string>; body: string };
  unchanged: { status: number; headers: Record<string, string>; body: string };
}

/** What a server answers to a request and to the same one with the validator. Asked below `fetch`, which would decode the body. */
export async function record(origin: string, path: string, encoding: 'br' | 'gzip' = 'br'): Promise<Recorded> {
  const full = await answerOf(origin, path, { 'accept-encoding': encoding });
  const asked = { 'accept-encoding': encoding, 'if-none-match': full.headers.etag! };
  const unchanged = await answerOf(origin, path, asked);
  if (full.status !== 200 || unchanged.status !== 304)
    throw new Error(`${path}: ${full.status} and ${unchanged.status}`);
  return { full, unchanged };
}

function answerOf(origin: string, path: string, headers: Record<string, string>): Promise<Recorded['full']> {
  return new Promise((resolve, reject) => {
    const asked = request(`${origin}${path}`, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { date: _date, connection: _connection, 'keep-alive': _keepAlive, ...kept } = response.headers;
        const body = Buffer.concat(chunks).toString('base64');
        resolve({ status: response.statusCode!, headers: kept as Record<string, string>, body });
      });
    });
    asked.once('error', reject).end();
  });
}

/** A bare handler that sends the recorded answers of a file, on the servers' processor. */
export async function startBare(file: string): Promise<{ port: string; stop(): void }> {
  const child = spawn('taskset', ['-c', cpus.server, process.execPath, beside('./bare-server.js'), file], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.once('exit', (code) => reject(new Error(`The bare server ended with ${code}`)));
  });
  return { port, stop: () => void child.kill() };
}
