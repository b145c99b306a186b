import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Ffmpeg } from '../find/ffmpeg.js';
import { findFfmpeg } from '../find/find-ffmpeg.js';
import type { VideoClipJob } from './clip-job.js';
import { makeAudioClip, makeVideoClip } from './make-clip.js';

const run = promisify(execFile);

describe('a clip', () => {
  let tools: Ffmpeg;
  let folder: string;
  const at = (name: string) => join(folder, name);
  const draw = (name: string, source: string, size: string) =>
    run(tools.ffmpeg, ['-v', 'error', '-f', 'lavfi', '-i', `${source}:s=${size}`, '-frames:v', '1', at(name)]);

  beforeAll(async () => {
    tools = await findFfmpeg({ production: false, allowOldFfmpeg: false });
    folder = await mkdtemp(join(tmpdir(), 'estrade-clip-'));
    const tone = ['-v', 'error', '-f', 'lavfi', '-i', 'sine=frequency=440:duration=12'];
    await run(tools.ffmpeg, [...tone, '-c:a', 'libmp3lame', '-b:a', '128k', at('sound.mp3')]);
    const film = ['-f', 'lavfi', '-i', 'color=c=yellow:s=320x180:r=25:d=12'];
    await run(tools.ffmpeg, [...tone, ...film, '-c:v', 'libx264', '-c:a', 'aac', '-shortest', at('film.mp4')]);
    await draw('ground.png', 'color=c=white', '200x200');
    await draw('end.png', 'color=c=green', '200x200');
    await draw('idle.png', 'color=c=gray', '200x40');
    await draw('played.png', 'color=c=red', '200x40');
    await draw('one.png', 'color=c=blue', '160x60');
    await draw('two.png', 'color=c=black', '160x60');
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const job = (more: Partial<VideoClipJob> = {}): VideoClipJob => ({
    ...{ source: at('sound.mp3'), startMs: 2000, endMs: 6000, width: 200, height: 200, folder },
    background: at('ground.png'),
    wave: { x: 0, y: 140, width: 200, height: 40, idle: at('idle.png'), played: at('played.png') },
    captions: {
      ...{ x: 20, y: 40, width: 160, height: 60 },
      stills: [
        { file: at('one.png'), durationMs: 1000 },
        { file: at('two.png'), durationMs: 3000 },
      ],
    },
    ...more,
  });

  /** The colour at a place of a frame: which channel leads, or white, black, gray. */
  async function colour(file: string, second: number, x: number, y: number): Promise<string> {
    const crop = ['-ss', String(second), '-i', file, '-frames:v', '1', '-vf', `crop=2:2:${x}:${y}`];
    const raw = ['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'];
    const { stdout } = await run(tools.ffmpeg, ['-v', 'error', ...crop, ...raw], { encoding: 'buffer' });
    const [r = 0, g = 0, b = 0] = [...stdout];
    if (Math.max(r, g, b) - Math.min(r, g, b) < 30) return r > 200 ? 'white' : r < 60 ? 'black' : 'gray';
    if (r > 150 && g > 150) return 'yellow';
    return r > g && r > b ? 'red' : g > b ? 'green' : 'blue';
  }

  async function about(file: string): Promise<{ seconds: number; codecs: string[]; size: string }> {
    const wanted = 'format=duration:stream=codec_name,width,height';
    const { stdout } = await run(tools.ffprobe, ['-v', 'error', '-show_entries', wanted, '-of', 'json', file]);
    const { format, streams } = JSON.parse(stdout) as {
      format: { duration: string };
      streams: { codec_name: string; width?: number; height?: number }[];
    };
    const picture = streams.find(({ width }) => width);
    const codecs = streams.map(({ codec_name }) => codec_name);
    return { seconds: Number(format.duration), codecs, size: `${picture?.width}x${picture?.height}` };
  }

  it('of sound has the length asked for, and is small', async () => {
    await makeAudioClip(tools, job(), at('clip.mp3'));
    const { seconds, codecs } = await about(at('clip.mp3'));
    expect(codecs).toEqual(['mp3']);
    expect(Math.abs(seconds - 4)).toBeLessThan(0.1);
    expect((await readFile(at('clip.mp3'))).length).toBeLessThan((4.2 * 128_000) / 8);
  });

  it('is drawn with words from the first picture on, and bars that are uncovered as they are heard', async () => {
    await makeVideoClip(tools, job(), at('clip.mp4'));
    expect(await about(at('clip.mp4'))).toEqual({ seconds: 4, codecs: ['h264', 'aac'], size: '200x200' });
    expect(await colour(at('clip.mp4'), 0, 100, 70)).toBe('blue');
    expect(await colour(at('clip.mp4'), 1.5, 100, 70)).toBe('black');
    expect(await colour(at('clip.mp4'), 1, 20, 160)).toBe('red');
    expect(await colour(at('clip.mp4'), 1, 120, 160)).toBe('gray');
    expect(await colour(at('clip.mp4'), 3.5, 120, 160)).toBe('red');
    expect(await colour(at('clip.mp4'), 3.5, 100, 10)).toBe('white');
  }, 30_000);

  it('ends with a picture of its own when one is given, in silence', async () => {
    await makeVideoClip(tools, job({ end: { file: at('end.png'), durationMs: 2000 } }), at('end.mp4'));
    expect((await about(at('end.mp4'))).seconds).toBe(6);
    expect(await colour(at('end.mp4'), 3.9, 100, 10)).toBe('white');
    expect(await colour(at('end.mp4'), 4.5, 100, 70)).toBe('green');
  }, 30_000);

  it('shows a film whole, in its place', async () => {
    const film = { x: 0, y: 0, width: 200, height: 120 };
    const { wave: _wave, captions: _captions, ...bare } = job({ source: at('film.mp4'), film });
    await makeVideoClip(tools, bare, at('film-clip.mp4'));
    expect(await colour(at('film-clip.mp4'), 1, 100, 60)).toBe('yellow');
    expect(await colour(at('film-clip.mp4'), 1, 100, 150)).toBe('white');
  }, 30_000);

  it('is the same bytes again', async () => {
    const hashes = [];
    for (const name of ['same-1.mp4', 'same-2.mp4']) {
      await makeVideoClip(tools, job(), at(name));
      hashes.push(
        createHash('sha256')
          .update(await readFile(at(name)))
          .digest('hex'),
      );
    }
    expect(hashes[0]).toBe(hashes[1]);
  }, 30_000);

  it('stops when it is told to, and leaves nothing behind', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(makeVideoClip(tools, job(), at('never.mp4'), { signal })).rejects.toThrow('enough');
    await expect(readFile(at('never.mp4'))).rejects.toThrow();
  });
});
