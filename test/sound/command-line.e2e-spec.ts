import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, link, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { jest } from '@jest/globals';
import { findFfmpeg, probe } from '#libs/ffmpeg';
import { makeRecording } from '../journeys/client-recordings.js';
import { processesNaming, until } from '../journeys/processes.js';

jest.setTimeout(180_000);

/** The built program that `npm run master` runs, on real files in a folder of its own. */
const program = resolve('dist/apps/master/src/main.js');
const recordings = resolve('test/recordings');
const interview = 'MNC-087-jean-tremblay-FINAL2.flac';
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estrade-master-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Ran {
  code: number | null;
  out: string;
  err: string;
}

function start(
  args: readonly string[],
  env: Record<string, string> = {},
): { child: ChildProcess; ended: Promise<Ran> } {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: { ...process.env, LANG: 'C', NODE_OPTIONS: '', npm_lifecycle_event: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ran: Ran = { code: null, out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (ran.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (ran.err += chunk.toString()));
  return { child, ended: new Promise((done) => child.once('close', (code) => done({ ...ran, code }))) };
}

const master = (...args: string[]): Promise<Ran> => start(args).ended;
const files = async (): Promise<string[]> => (await readdir(folder)).sort();
const digest = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
const lookAt = async (file: string) => probe(await findFfmpeg({ production: false, allowOldFfmpeg: true }), file);

describe('npm run master', () => {
  it('repairs a file and tells what it found, did and reached', async () => {
    await copyFile(join(recordings, interview), join(folder, 'in.flac'));
    const before = await digest(join(folder, 'in.flac'));

    const { code, out, err } = await master('in.flac', 'out.mp3', '--report', 'report.json', '--picture', 'both.svg');

    expect(err.split('\n').filter(Boolean)).toEqual([
      ...['Looking at the file', 'Listening', 'Deciding', 'Repairing and encoding', 'Writing the tags'],
      'Checking the result',
    ]);
    expect(out).toMatch(/^Found:\n {2}! \d+:\d\d–\d+:\d\d +\S/);
    expect(out).toMatch(/ {2}Loudness, as heard +−\d+\.\d +−1[56]\.\d LUFS\n/);
    expect(out).toMatch(/ {2}Mono, [\d.]+\s\wB, made in [\d.]+ s\.\n/);
    expect(code).toBe(0);
    expect(await files()).toEqual(['both.svg', 'in.flac', 'out.mp3', 'report.json']);
    expect(await digest(join(folder, 'in.flac'))).toBe(before);

    const report = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8'));
    expect(report).toMatchObject({
      mode: 'levelled',
      order: { targetLufs: -16 },
      file: { sha256: await digest(join(folder, 'out.mp3')) },
    });
    expect(report.checks.every(({ passed }: { passed: boolean }) => passed)).toBe(true);
    expect(report.findings[0].sentence).toMatch(/\S/);
    expect(JSON.stringify(report)).not.toContain(folder);
    expect(await readFile(join(folder, 'both.svg'), 'utf8')).toMatch(/^<svg .*<path .*<\/svg>\s*$/s);
    expect((await lookAt(join(folder, 'out.mp3'))).tags).toMatchObject({
      title: 'Recording talks with Jean Tremblay',
      track: '87',
    });
  });

  it('cuts, and plays pieces before and after', async () => {
    await copyFile(join(recordings, interview), join(folder, 'in.flac'));
    await copyFile(join(recordings, 'trailer.wav'), join(folder, 'piece.wav'));
    const whole = (await lookAt(join(folder, 'in.flac'))).durationMs!;
    const piece = (await lookAt(join(folder, 'piece.wav'))).durationMs!;

    const ran = await master(
      'in.flac',
      'out.mp3',
      '--cut',
      '0:00-0:12',
      '--cut',
      '0:40-',
      '--intro',
      'piece.wav',
      '--quiet',
    );

    expect(ran).toEqual({ code: 0, out: '', err: '' });
    expect(whole).toBeGreaterThan(45_000);
    const made = (await lookAt(join(folder, 'out.mp3'))).durationMs!;
    expect(Math.abs(made - (28_000 + piece))).toBeLessThan(100);
  });

  it.each(['m4a', 'opus'])('makes %s', async (kind) => {
    const { code } = await master(join(recordings, 'trailer.wav'), `out.${kind}`);
    expect(code).toBe(0);
    expect((await lookAt(join(folder, `out.${kind}`))).codec).toBe(kind === 'm4a' ? 'aac' : 'opus');
  });

  it('starts from the folder in which npm was called', async () => {
    const { ended } = start([join(recordings, 'trailer.wav'), 'out.mp3', '--quiet'], {
      ...{ npm_lifecycle_event: 'master', INIT_CWD: folder },
    });
    expect((await ended).code).toBe(0);
    expect(await files()).toEqual(['out.mp3']);
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'This file is empty'],
    ['noise', Buffer.alloc(200_000, 'x'), 'This file is not an audio or video recording'],
    [
      'a playlist',
      Buffer.from('#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n'),
      'This file is not',
    ],
    ['a list of other files', Buffer.from('ffconcat version 1.0\nfile neighbour.wav\n'), 'This file is not'],
    ['a letter', Buffer.from('Dear Estrade, my recording is at http://127.0.0.1:9/secret.wav\n'), 'This file is not'],
  ])('refuses %s with a sentence and leaves nothing behind', async (_, bytes, sentence) => {
    await copyFile(join(recordings, 'trailer.wav'), join(folder, 'neighbour.wav'));
    await writeFile(join(folder, 'in.mp3'), bytes);
    const { code, out, err } = await master('in.mp3', 'out.mp3', '--report', 'report.json');
    expect(code).toBe(1);
    expect(err).toContain(sentence);
    expect(out + err).not.toMatch(/passwd|root:|neighbour|secret|\n\s+at /);
    expect(await files()).toEqual(['in.mp3', 'neighbour.wav']);
  });

  it('never writes over what it reads, under whatever name', async () => {
    await copyFile(join(recordings, 'trailer.wav'), join(folder, 'in.mp3'));
    await link(join(folder, 'in.mp3'), join(folder, 'hard.mp3'));
    await symlink('in.mp3', join(folder, 'soft.mp3'));
    const before = await digest(join(folder, 'in.mp3'));
    for (const output of ['in.mp3', './in.mp3', 'hard.mp3', 'soft.mp3']) {
      expect(await master('in.mp3', output)).toMatchObject({ code: 2, err: expect.stringContaining('is used twice') });
    }
    expect((await master('in.mp3', 'out.mp3', '--report', 'in.mp3')).code).toBe(2);
    expect(await digest(join(folder, 'in.mp3'))).toBe(before);
    expect(await files()).toEqual(['hard.mp3', 'in.mp3', 'soft.mp3']);
  });

  it('says what it does not understand, and helps, in the language that is asked for', async () => {
    expect(await master('in.wav', 'out.mp3', '--lang', 'fr')).toEqual({
      ...{ code: 2, out: '' },
      err: 'in.wav n’existe pas ou n’est pas lisible.\nnpm run master -- --help dit ce qui existe.\n',
    });
    expect(await master('--help')).toMatchObject({ code: 0, out: expect.stringContaining('--target N') });
    expect((await master()).code).toBe(2);
  });

  it('leaves nothing behind when it is interrupted', async () => {
    await writeFile(join(folder, 'in.wav'), makeRecording({ seconds: 300, rate: 8000, channels: 1 }));
    const { child, ended } = start(['in.wav', 'out.mp3']);
    let err = '';
    child.stderr!.on('data', (chunk: Buffer) => (err += chunk.toString()));
    await until(() => err.includes('Repairing'));
    await until(() => processesNaming(folder).length > 0);
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 130, err: expect.stringContaining('Interrupted; nothing was written.') });
    expect(await files()).toEqual(['in.wav']);
    expect(processesNaming(folder)).toEqual([]);
  });
});
