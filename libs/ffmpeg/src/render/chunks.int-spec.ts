import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ffmpeg } from '../find/ffmpeg.js';
import { decoded, everyFfmpeg, recording, runTool, workFolder } from '../test-media.js';
import type { Clip } from '../order/timeline.js';
import { onlyTrack, type Sources } from '../order/source.js';
import { probe } from '../probe/probe.js';
import { planChunks } from './chunk.plan.js';
import type { RenderPlan } from './plan.js';
import { render } from './render.js';
import { samplesOf } from './span.plan.js';

const folder = await workFolder();
const at = (name: string) => join(folder, name);

const clip = (startMs: number, endMs: number, fadeMs = 5): Clip => ({
  ...{ source: 'recording', startMs, endMs, fadeInMs: fadeMs, fadeOutMs: fadeMs },
});

function planOf(more: Partial<RenderPlan>): RenderPlan {
  const clips = more.timeline?.clips ?? [clip(0, 40_010, 0)];
  return {
    ...{ version: 2, attempt: 1, mode: 'levelled', timeline: { clips }, pans: {}, highpassHz: 80, channels: 'stereo' },
    ...{ sampleRate: 48000, gainDb: 9, limitLinear: 0.803, kbps: 128, targetLufs: -16, notes: [] },
    lossless: { gainDb: 8.5, limitLinear: 0.76 },
    steps: [
      { startMs: 0, endMs: 9_000, gainDb: 4 },
      { startMs: 9_500, endMs: 24_000, gainDb: -3 },
      { startMs: 24_000, endMs: 31_000, gainDb: 6 },
    ],
    expected: { lufs: -16, reductionDb: 0, limitedShare: 0 },
    durationMs: clips.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0),
    ...more,
  };
}

/** Speech, a little different on the two sides. */
function makeTalk(tools: Ffmpeg, name: string, ...options: string[]): string {
  const spoken = recording('MNC-087-jean-tremblay-FINAL2.flac');
  const sides = 'pan=stereo|c0=c0|c1=0.8*c0,adelay=0|3';
  const input = ['-nostdin', '-v', 'error', '-y', '-stream_loop', '-1', '-i', spoken, '-t', '40.017', '-map', '0:a:0'];
  runTool(tools.ffmpeg, [...input, '-af', sides, ...options, at(name)]);
  return at(name);
}

describe.each(await everyFfmpeg())('an MP3 encoded in pieces with ffmpeg %s', (_name, tools) => {
  const files: Record<string, string> = {};
  beforeAll(() => {
    files['48 kHz WAV'] = makeTalk(tools, 'talk-48.wav', '-ar', '48000');
    files['44.1 kHz WAV'] = makeTalk(tools, 'talk-44.wav', '-ar', '44100');
    files['44.1 kHz MP3'] = makeTalk(tools, 'talk-44.mp3', '-ar', '44100', '-b:a', '192k');
  });

  const cuts = [clip(1_230, 12_010), clip(12_500, 27_000), clip(27_990, 40_010)];
  it.each<[string, Partial<RenderPlan>, string]>([
    ['48 kHz WAV', {}, 'with a gain curve'],
    [
      '48 kHz WAV',
      { steps: [], mode: 'linear', channels: 'mono', kbps: 96, pans: { recording: 'pan=mono|c0=c0' } },
      'in mono with one gain',
    ],
    ['48 kHz WAV', { timeline: { clips: cuts } }, 'with cuts'],
    ['44.1 kHz WAV', { sampleRate: 44100 }, 'with a gain curve'],
    ['44.1 kHz WAV', { sampleRate: 44100, timeline: { clips: cuts } }, 'with cuts'],
    ['44.1 kHz WAV', { sampleRate: 48000 }, 'at another rate'],
    ['44.1 kHz MP3', { sampleRate: 44100, timeline: { clips: cuts } }, 'from a lossy file with cuts'],
  ])('from a %s is decoded to the very same samples: %#', async (from, more) => {
    const plan = planOf(more);
    const sources = { recording: onlyTrack(files[from]!, await probe(tools, files[from]!)) };
    await render(tools, { sources, plan, output: at('one.mp3') });
    const whole = decoded(tools, at('one.mp3'));
    const channels = plan.channels === 'stereo' ? 2 : 1;
    expect(whole.length).toBe(samplesOf(plan, plan.sampleRate) * channels * 2);
    await render(tools, { sources, plan, output: at('many.mp3'), chunks: 2 });
    expect(decoded(tools, at('many.mp3')).equals(whole)).toBe(true);
    // The frames too; only checksums of the first one differ.
    const [one, many] = await Promise.all(['one.mp3', 'many.mp3'].map((name) => readFile(at(name))));
    expect(many!.length).toBe(one!.length);
    expect(many!.subarray(600).equals(one!.subarray(600))).toBe(true);
    // What the header says counts the encoder's own delay and padding, as in every MP3.
    const { durationMs } = await probe(tools, at('many.mp3'));
    expect(Math.abs(durationMs! - plan.durationMs)).toBeLessThanOrEqual(50);
  });

  const sourcesOf = async (): Promise<Sources> => ({
    recording: onlyTrack(files['48 kHz WAV']!, await probe(tools, files['48 kHz WAV']!)),
  });

  it('tells of one progress that never falls', async () => {
    const told: number[] = [];
    const job = { sources: await sourcesOf(), plan: planOf({}), output: at('told.mp3'), chunks: 2 };
    await render(tools, job, { onProgress: (done) => told.push(done) });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBeGreaterThan(0.97);
    expect(told.at(-1)).toBeLessThanOrEqual(1);
  });

  it('stops as a whole and leaves nothing behind', async () => {
    const stop = new AbortController();
    const job = { sources: await sourcesOf(), plan: planOf({}), output: at('stopped.mp3'), chunks: 2 };
    const running = render(tools, job, { signal: stop.signal, onProgress: () => stop.abort(new Error('enough')) });
    await expect(running).rejects.toThrow('enough');
    expect((await readdir(folder)).filter((name) => name.startsWith('stopped'))).toEqual([]);
  });

  it('fails as a whole when one piece cannot be made', async () => {
    const sources = await sourcesOf();
    const plan = planOf({ pans: { recording: 'pan=nonsense' } });
    const job = { sources, plan, output: at('failed.mp3'), chunks: 2 };
    await expect(render(tools, job)).rejects.toMatchObject({ code: 'MEDIA_COMMAND_FAILED' });
    expect((await readdir(folder)).filter((name) => name.startsWith('failed'))).toEqual([]);
    await rm(at('one.mp3'), { force: true });
  });
});

describe('planChunks', () => {
  const hour = { timeline: { clips: [clip(0, 3_600_000)] }, sampleRate: 48000 } as const;

  it('makes pieces of like length that begin at ends of frames', () => {
    const [first, second] = planChunks(hour, 2);
    expect(first).toMatchObject({ drop: 0, keep: 75_000 });
    expect(second).toMatchObject({ drop: 125, keep: null, span: { end: 172_800_000 } });
    expect(second!.span.start).toBe((75_000 - 125) * 1152);
  });

  it('does not cut a short sound', () => {
    expect(planChunks({ ...hour, timeline: { clips: [clip(0, 17_000)] } }, 4)).toHaveLength(1);
    expect(planChunks({ ...hour, timeline: { clips: [] } }, 4)).toHaveLength(1);
  });
});
