import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { type Instance, runToEnd, startInstance } from './instance.js';
import { childrenOf, killHard, processesNaming, until } from './processes.js';

jest.setTimeout(120_000);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estrade-start-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a start that cannot go on says one thing and ends with an error', () => {
  it('when the port is in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const { code, text } = await runToEnd({ PORT: String(port), DATA_DIR: join(folder, 'port') });
    server.close();
    expect(code).toBe(1);
    expect(text.trim()).toMatch(new RegExp(`^Port ${port} is in use by another program\\..*PORT=`));
    expect(text.trim().split('\n')).toHaveLength(1);
  });

  it('when the data folder cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    const { code, text } = await runToEnd({ PORT: '0', DATA_DIR: join(folder, 'file', 'data') });
    expect(code).toBe(1);
    expect(text.trim()).toMatch(/^The data folder .* cannot be written by this user\./);
  });

  it('when variables are wrong, naming all of them', async () => {
    const { code, text } = await runToEnd({ PORT: 'http', SECRET: 'short', DATA_DIR: join(folder, 'env') });
    expect(code).toBe(1);
    expect(text).toContain('PORT: must be a port number');
    expect(text).toContain('SECRET: must have at least 32 characters');
  });

  it('when the database that was named cannot be reached', async () => {
    const env = { PORT: '0', DATA_DIR: join(folder, 'db'), DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none' };
    const { code, text } = await runToEnd(env);
    expect(code).toBe(1);
    expect(text).toMatch(/The database at 127\.0\.0\.1:1 cannot be reached/);
    expect(text).not.toContain('secret');
  });

  it('when the chosen ffmpeg is not there', async () => {
    const { code, text } = await runToEnd({ PORT: '0', DATA_DIR: join(folder, 'no'), FFMPEG_PATH: '/nowhere/ffmpeg' });
    expect(code).toBe(1);
    expect(text.trim().split('\n')).toHaveLength(1);
    expect(text).toContain('/nowhere/ffmpeg');
  });

  it('when the chosen ffmpeg lacks what the sound needs', async () => {
    const fake = join(folder, 'ffmpeg');
    await writeFile(fake, '#!/bin/sh\necho "ffmpeg version 7.1 Copyright"\n');
    await chmod(fake, 0o755);
    const env = { PORT: '0', DATA_DIR: join(folder, 'lack'), FFMPEG_PATH: fake, FFPROBE_PATH: fake };
    const { code, text } = await runToEnd(env);
    expect(code).toBe(1);
    expect(text).toContain('lacks what the sound needs');
    expect(text).toContain('alimiter');
  });

  it('when only the carried ffmpeg is there in production, and starts when that is accepted', async () => {
    const path = join(folder, 'empty-path');
    await mkdir(path, { recursive: true });
    const env = { PORT: '0', DATA_DIR: join(folder, 'old'), NODE_ENV: 'production', PATH: path };
    const refused = await runToEnd(env);
    expect(refused.code).toBe(1);
    expect(refused.text).toContain('ALLOW_OLD_FFMPEG=1');
  });
});

it('leaves nothing running when it is stopped while it starts', async () => {
  const dataDir = join(folder, 'early');
  const { code } = await runToEnd({ PORT: '0', DATA_DIR: dataDir }, [], async (child) => {
    await until(() => processesNaming(`${dataDir}/postgres/data`).length > 0);
    child.kill('SIGINT');
  });
  expect(code).toBe(0);
  expect(processesNaming(dataDir)).toEqual([]);
});

describe('an instance', () => {
  let instance: Instance;
  afterEach(() => instance.remove());

  it('greets with a set-up link once, and stops in order on Ctrl-C', async () => {
    instance = await startInstance();
    await until(() => /setup#token=\S+/.test(instance.output()));
    expect(instance.output()).toMatch(/ffmpeg\s+\S+/);
    expect(instance.output()).toContain(instance.dataDir);
    expect((await fetch(`${instance.origin}/readyz`)).status).toBe(200);
    expect(await instance.stop()).toBe(0);
    expect(processesNaming(instance.dataDir)).toEqual([]);
  });

  it('does not start its worker again when Ctrl-C in a terminal reaches both at once', async () => {
    instance = await startInstance();
    const workers = processesNaming('worker/src/main.js').filter((pid) => childrenOf(instance.pid()).includes(pid));
    for (const pid of workers) process.kill(pid, 'SIGINT');
    expect(await instance.stop()).toBe(0);
    expect(instance.output()).not.toContain('started again');
  });

  it('makes the owner unattended, and then prints no set-up link', async () => {
    instance = await startInstance({
      env: { OWNER_EMAIL: 'owner@example.org', OWNER_PASSWORD: 'correct horse battery' },
    });
    const signIn = await fetch(`${instance.origin}/api/v1/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: instance.origin },
      body: JSON.stringify({ email: 'owner@example.org', password: 'correct horse battery' }),
    });
    expect(signIn.status).toBe(200);
    expect(instance.output()).not.toContain('setup#token=');
    const again = await runToEnd({ PORT: '0', DATA_DIR: instance.dataDir }, ['--owner-link']);
    expect(again.code).toBe(0);
    expect(again.text).toMatch(/http\S+\/studio\/\S+/);
  });

  it('finds everything again after kill -9 of every one of its processes', async () => {
    instance = await startInstance();
    const before = processesNaming(instance.dataDir);
    for (const pid of [...before, instance.pid()]) killHard(pid);
    await instance.kill();
    await instance.restart();
    expect((await fetch(`${instance.origin}/readyz`)).status).toBe(200);
    expect((await fetch(`${instance.origin}/en`)).status).toBe(200);
  });

  it('goes on when only its worker or its database is killed', async () => {
    instance = await startInstance();
    for (const pid of childrenOf(instance.pid())) killHard(pid);
    await until(async () => (await fetch(`${instance.origin}/readyz`)).status === 200);
    await until(() => childrenOf(instance.pid()).length >= 2);
  });
});
