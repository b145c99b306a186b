import { newGuid } from '#libs/kernel';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Storage } from './s3.storage.js';

let server: Server;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estrade-copies-'));
  server = createServer((_request, response) => response.end('<ListMultipartUploadsResult/>'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

describe('the copies that S3Storage lends', () => {
  it('are swept when a killed process has left them, and nothing else is', async () => {
    const [old, fresh] = [`${newGuid()}-a.wav`, `${newGuid()}-b.wav`];
    for (const name of [old, fresh, 'notes.txt']) await writeFile(join(folder, name), 'x');
    const yesterday = new Date(Date.now() - 86_400_000);
    for (const name of [old, 'notes.txt']) await utimes(join(folder, name), yesterday, yesterday);
    const { port } = server.address() as AddressInfo;
    const storage = new S3Storage(`s3://key:secret@127.0.0.1:${port}/bucket?tls=0`, folder);
    await storage.sweep(new Date(Date.now() - 3_600_000));
    expect((await readdir(folder)).sort()).toEqual([fresh, 'notes.txt'].sort());
  });
});
