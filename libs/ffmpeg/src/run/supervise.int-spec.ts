import { spawn } from 'node:child_process';
import { chmod, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { compileLib } from '../test-compiled.js';
import { workFolder } from '../test-media.js';
import { canRun } from './launcher.js';
import { supervise } from './supervise.js';

const folder = await workFolder();
const at = (name: string) => join(folder, name);
const limits = { wallSeconds: 30, cpuSeconds: 30 };

/** A program made for the occasion. */
async function program(name: string, text: string): Promise<string> {
  await writeFile(at(name), `#!/bin/sh\n${text}\n`);
  await chmod(at(name), 0o755);
  return at(name);
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** True as soon as it is; false after ten seconds. */
async function soon(holds: () => boolean | Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await holds()) return true;
    await sleep(50);
  }
  return false;
}

const pidIn = async (file: string) => Number(await readFile(file, 'utf8').catch(() => '0'));

describe('a supervised program', () => {
  it('is not disturbed while it gives signs of life', async () => {
    const busy = await program('busy', 'for i in 1 2 3 4; do echo "out_time_ms=$i" >&2; sleep 0.4; done');
    const ended = await supervise({ what: 'test', program: busy, args: [], limits: { ...limits, stallSeconds: 1 } });
    expect(ended.code).toBe(0);
  });

  it('is ended when it stands still, even if it goes on talking', async () => {
    const hung = await program('hung', 'while :; do echo "out_time_ms=5"; echo "speed=0.1x"; sleep 0.1; done >&2');
    const job = { what: 'test', program: hung, args: [], limits: { ...limits, stallSeconds: 1 } };
    await expect(supervise(job)).rejects.toMatchObject({
      code: 'MEDIA_COMMAND_STALLED',
      params: { what: 'test', seconds: 1 },
    });
  });

  it('is ended at its wall limit', async () => {
    const slow = await program('slow', 'exec sleep 20');
    const job = { what: 'test', program: slow, args: [], limits: { ...limits, wallSeconds: 0.3 } };
    await expect(supervise(job)).rejects.toMatchObject({ code: 'MEDIA_COMMAND_TIMED_OUT' });
  });

  it('takes its children along when it is told to stop', async () => {
    const family = await program('family', `sleep 60 & echo $! > ${at('child.pid')}; wait`);
    const stop = new AbortController();
    const job = supervise({ what: 'test', program: family, args: [], limits, signal: stop.signal });
    expect(await soon(async () => (await pidIn(at('child.pid'))) > 0)).toBe(true);
    stop.abort(new Error('the user left'));
    await expect(job).rejects.toThrow('the user left');
    const child = await pidIn(at('child.pid'));
    expect(await soon(() => !isAlive(child))).toBe(true);
  });

  it('is ended with the error of whoever reads from it', async () => {
    const endless = await program('endless', 'exec yes');
    const onStdout = () => {
      throw new Error('enough');
    };
    await expect(supervise({ what: 'test', program: endless, args: [], limits, onStdout })).rejects.toThrow('enough');
  });

  it('is an error when it is not there', async () => {
    await expect(supervise({ what: 'test', program: at('nothing'), args: [], limits })).rejects.toThrow('nothing');
  });
});

const compiled = compileLib(folder);
const hasHelpers = await canRun(['setpriv', '--pdeathsig', 'KILL', '--']);
(hasHelpers ? describe : describe.skip)('a supervised program on a system with util-linux', () => {
  it('has a bound of processor time', async () => {
    const loop = await program('loop', 'while :; do :; done');
    const job = { what: 'test', program: loop, args: [], limits: { ...limits, cpuSeconds: 1 } };
    await expect(supervise(job)).rejects.toMatchObject({ code: 'MEDIA_COMMAND_TIMED_OUT', params: { seconds: 1 } });
  });

  it('has a bound of what it may write', async () => {
    const writer = await program('writer', `exec head -c 5000000 /dev/zero > ${at('big')}`);
    const job = { what: 'test', program: writer, args: [], limits: { ...limits, mostFileBytes: 100_000 } };
    expect((await supervise(job)).signal ?? 'ended').not.toBe('ended');
    expect((await readFile(at('big'))).length).toBeLessThanOrEqual(100_000);
  });

  it.each(['the main thread', 'a worker thread'])(
    'dies with a parent that was killed with SIGKILL: %s',
    async (who) => {
      const lasting = await program('lasting', `echo $$ > ${at('lasting.pid')}; exec sleep 60`);
      await writeFile(at('lasting.pid'), '');
      const from = new URL('run/supervise.js', await compiled);
      const job = { what: 'test', program: lasting, args: [], limits };
      const start = `import(${JSON.stringify(from.href)}).then(({ supervise }) => supervise(${JSON.stringify(job)}));`;
      const inThread = `new (require('node:worker_threads').Worker)(${JSON.stringify(start)}, { eval: true });`;
      const parent = spawn(process.execPath, ['-e', who === 'the main thread' ? start : inThread], { stdio: 'ignore' });
      expect(await soon(async () => (await pidIn(at('lasting.pid'))) > 0)).toBe(true);
      const child = await pidIn(at('lasting.pid'));
      expect(isAlive(child)).toBe(true);
      parent.kill('SIGKILL');
      expect(await soon(() => !isAlive(child))).toBe(true);
    },
  );

  it('leaves no helper between itself and its parent', async () => {
    const self = await program('self', `echo $PPID > ${at('self.pid')}; readlink /proc/$$/exe; cat /proc/$$/limits`);
    let said = '';
    const onStdout = (chunk: Buffer) => void (said += chunk.toString());
    await supervise({ what: 'test', program: self, args: [], limits: { ...limits, mostFileBytes: 4096 }, onStdout });
    expect(await pidIn(at('self.pid'))).toBe(process.pid);
    expect(said).toMatch(/Max cpu time\s+30\s/);
    expect(said).toMatch(/Max file size\s+4096\s/);
    expect(await readdir(folder)).toContain('self.pid');
  });
});
