// needs: ffmpeg
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Ffmpeg, findFfmpeg, makeVideoClip, readClipPeaks } from '#libs/ffmpeg';
import { toCardContent } from '../card/card.content.js';
import { clipPlaces, clipShapes, type ClipShape } from '../card/clip-background.plan.js';
import { drawClip } from './draw-clip.js';

const run = promisify(execFile);
const recording = join(process.cwd(), 'test/recordings/archives-042.mp3');
const range = { source: recording, startMs: 1000, endMs: 4000 };
const said = {
  fr: ['La confiance se gagne avec une date tenue.', 'Personne ne l’a remarqué.'],
  en: ['You earn trust with a date you keep.', 'Nobody noticed.'],
};

describe('the films of a clip, as networks show them', () => {
  let tools: Ffmpeg;
  let folder: string;
  beforeAll(async () => {
    tools = await findFfmpeg({ production: false, allowOldFfmpeg: true });
    folder = await mkdtemp(join(tmpdir(), 'estrade-films-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function film(shape: ClipShape, lang: 'fr' | 'en', words: readonly string[]): Promise<string> {
    const peaks = await readClipPeaks(tools, range, folder);
    const people = [{ name: 'Marie-Hélène Lafrenière-Desrochers', role: 'Atelier Nord', photoKey: null }];
    const given = {
      region: `${lang}-CA` as const,
      title: said[lang].join(' '),
      above: 'Marketing sans détour',
      people,
    };
    const content = { ...toCardContent({ kind: 'episode', ...given }), peaks };
    const cues = words.map((text, i) => ({ startMs: 400 + i * 1500, endMs: 1500 + i * 1500, text }));
    const input = { drawing: 1 as const, source: { key: '', isFilm: false }, cues, content, endNotes: [] };
    const storage = { exists: async () => false, readBytes: () => Promise.reject(new Error('There is no picture.')) };
    const drawn = await drawClip({ ...range, ...input }, shape, { folder, storage: storage as never });
    const output = join(folder, `${shape}-${lang}-${words.length}.mp4`);
    await makeVideoClip(tools, { ...range, ...drawn, folder }, output);
    return output;
  }

  /** How much of a part of the picture is ink, 0 to 1. */
  async function ink(file: string, second: number, { caption }: (typeof clipPlaces)[ClipShape]): Promise<number> {
    const { x, y, width, height } = caption;
    const cut = ['-ss', String(second), '-i', file, '-frames:v', '1', '-vf', `crop=${width}:${height}:${x}:${y}`];
    const raw = ['-f', 'rawvideo', '-pix_fmt', 'gray', '-'];
    const given = { encoding: 'buffer', maxBuffer: 16 * 1024 ** 2 } as const;
    const { stdout } = await run(tools.ffmpeg, ['-v', 'error', ...cut, ...raw], given);
    return stdout.filter((value) => value < 90).length / stdout.length;
  }

  async function about(file: string): Promise<unknown> {
    const wanted = 'stream=codec_name,width,height';
    const { stdout } = await run(tools.ffprobe, ['-v', 'error', '-show_entries', wanted, '-of', 'json', file]);
    const { streams } = JSON.parse(stdout) as { streams: { codec_name: string; width?: number; height?: number }[] };
    return streams.map(({ codec_name: codec, width, height }) => (width ? { codec, width, height } : { codec }));
  }

  it.each(Object.keys(clipShapes) as ClipShape[])(
    'are %s, H.264 and AAC, and can be read from the first picture on',
    async (shape) => {
      const file = await film(shape, 'fr', said.fr);
      expect(await about(file)).toEqual([{ codec: 'h264', ...clipShapes[shape] }, { codec: 'aac' }]);
      const first = await ink(file, 0, clipPlaces[shape]);
      expect(first).toBeGreaterThan(0.005);
      expect(first).toBeLessThan(0.3);
      // The second caption is shorter.
      const second = await ink(file, 2.2, clipPlaces[shape]);
      expect(second).toBeGreaterThan(0.001);
      expect(second).toBeLessThan(first);
    },
    120_000,
  );

  it('have the words of their language burned in, and the title where there are none', async () => {
    const { square } = clipPlaces;
    const [french, english, clean] = [
      await film('square', 'fr', said.fr),
      await film('square', 'en', said.en),
      await film('square', 'en', []),
    ];
    const [inFrench, inEnglish] = [await ink(french, 0, square), await ink(english, 0, square)];
    expect(Math.abs(inFrench - inEnglish)).toBeGreaterThan(0.0005);
    expect(await ink(clean, 0, square)).toBeGreaterThan(0.005);
    expect(Math.abs((await ink(clean, 0, square)) - (await ink(clean, 2.2, square)))).toBeLessThan(0.001);
  }, 240_000);
});
