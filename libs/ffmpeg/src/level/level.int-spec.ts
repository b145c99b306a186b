import { join as joinPath } from 'node:path';
import { analyse } from '../analyse/analyse.js';
import type { Analysis } from '../analyse/analysis.js';
import { fromLufs, integratedLoudness, toLufs } from '../analyse/loudness.js';
import { type SoundOrder, usualOrder } from '../order/sound-order.js';
import { onlyTrack, type Track } from '../order/source.js';
import { probe } from '../probe/probe.js';
import { planRender } from '../render/render.plan.js';
import { render, type RenderJob } from '../render/render.js';
import { everyFfmpeg, noise, workFolder, writeWav } from '../test-media.js';
import { join, mix, room, type Samples, silence, voice } from '../test-sound.js';
import type { PlanInputs } from './programme.plan.js';

const folder = await workFolder();
const at = (name: string) => joinPath(folder, name);
const [[, tools]] = (await everyFfmpeg()) as [[string, Awaited<ReturnType<typeof everyFfmpeg>>[0][1]]];

const turnSeconds = 8;
const pauseSeconds = 1.2;
/** Turns of voices, each with a pause after it. */
const talk = (...levels: readonly number[]): Samples =>
  join(
    ...levels.flatMap((db, i) => [
      voice({ seconds: turnSeconds, db, hertz: i % 2 ? 190 : 115, seed: i + 1 }),
      silence(pauseSeconds),
    ]),
  );

async function toFile(name: string, ...channels: readonly Samples[]): Promise<readonly Track[]> {
  const file = at(`${name}.wav`);
  const sample = (frame: number, channel: number) => channels[channel]![frame]!;
  await writeWav(file, { seconds: channels[0]!.length / 48_000, channels: channels.length, sample });
  return onlyTrack(file, await probe(tools, file));
}

async function heard(tracks: readonly Track[], order: Partial<SoundOrder> = {}, kind: RenderJob['kind'] = 'mp3') {
  const before = await analyse(tools, tracks);
  const plan = planRender({ recording: before }, { ...usualOrder, ...order });
  const output = at(`out.${kind}`);
  await render(tools, { sources: { recording: tracks }, plan, output, kind });
  return { before, plan, after: await analyse(tools, onlyTrack(output, await probe(tools, output))) };
}

/** As-heard loudness of a turn or, with `isPause`, of the middle of the pause after it. */
function levelOf({ bins, emptyChannel }: Analysis, turn: number, isPause = false): number {
  const [left, right = left] = bins.energy as [Float32Array, Float32Array?];
  const energy = left.map((value, i) => value + (emptyChannel === 'right' ? value : right[i]!));
  const start = (turn * (turnSeconds + pauseSeconds) + (isPause ? turnSeconds + 0.3 : 0)) * 100;
  const part = energy.subarray(start, start + (isPause ? 60 : turnSeconds * 100));
  return isPause
    ? toLufs(part.reduce((sum, value) => sum + value, fromLufs(-120)) / part.length)
    : integratedLoudness(part);
}
const turns = (sound: Analysis) => [0, 1, 2, 3].map((turn) => levelOf(sound, turn));
const spread = (levels: readonly number[]) => Math.max(...levels) - Math.min(...levels);

describe('voices of different loudness, decoded after the render', () => {
  it('are brought together, at the target, below the ceiling, and their pauses with them', async () => {
    const { before, after, plan } = await heard(await toFile('two', mix(talk(-23, -36, -22, -34), room(37, -68))));
    expect(spread(turns(before))).toBeGreaterThan(11);
    expect(plan.mode).toBe('levelled');
    expect(spread(turns(after))).toBeLessThanOrEqual(2);
    expect(Math.abs(after.report.asHeardLufs + 16)).toBeLessThanOrEqual(0.3);
    expect(after.report.truePeakDbtp).toBeLessThanOrEqual(-1.5);
    expect(Math.abs(after.durationMs - before.durationMs)).toBeLessThanOrEqual(30);
    const gains = turns(after).map((level, turn) => level - levelOf(before, turn));
    for (const turn of [0, 1, 2]) {
      const pause = levelOf(after, turn, true) - levelOf(before, turn, true);
      expect(pause - Math.max(gains[turn]!, gains[turn + 1]!)).toBeLessThanOrEqual(1);
    }
  });

  it('that are even already get one gain and nothing else', async () => {
    const { before, after, plan } = await heard(await toFile('even', mix(talk(-23, -24, -22.5, -23.5), room(37, -70))));
    expect(plan).toMatchObject({ mode: 'linear', steps: [] });
    const gains = turns(after).map((level, turn) => level - levelOf(before, turn));
    // What is left is the limiter, which meets the one voice more often than the other.
    expect(spread(gains)).toBeLessThanOrEqual(1);
  });

  it('on a side each meet in the middle', async () => {
    const left = mix(talk(-23, -120, -23, -120), room(37, -72, 1));
    const right = mix(talk(-120, -31, -120, -31), room(37, -72, 2));
    const { after, plan } = await heard(await toFile('sides', left, right));
    expect(plan).toMatchObject({ channels: 'mono', pans: { recording: 'pan=mono|c0=0.5*c0+0.5*c1' } });
    expect(spread(turns(after))).toBeLessThanOrEqual(2);
    expect(Math.abs(after.report.asHeardLufs + 16)).toBeLessThanOrEqual(0.3);
  });

  it('are not followed up by applause between them', async () => {
    const hiss = noise(4);
    const sound = mix(talk(-22, -34, -120, -34), room(37, -66));
    const from = Math.round(2 * (turnSeconds + pauseSeconds) * 48_000);
    for (let i = 0; i < turnSeconds * 48_000; i += 1) sound[from + i]! += 0.02 * hiss();
    const { before, after } = await heard(await toFile('applause', sound));
    const voices = (levels: readonly number[]) => spread([levels[0]!, levels[1]!, levels[3]!]);
    expect(voices(turns(before))).toBeGreaterThan(8);
    expect(voices(turns(after))).toBeLessThanOrEqual(2.5);
    expect(levelOf(after, 2)).toBeLessThan(levelOf(after, 1) - 1);
  });

  it.each(['m4a', 'opus'] as const)('come out the same as %s', async (kind) => {
    const { after } = await heard(await toFile('alternate', mix(talk(-23, -34, -23, -34), room(37, -68))), {}, kind);
    expect(spread(turns(after))).toBeLessThanOrEqual(2);
    expect(Math.abs(after.report.asHeardLufs + 16)).toBeLessThanOrEqual(kind === 'opus' ? 0.5 : 0.3);
    expect(after.report.truePeakDbtp).toBeLessThanOrEqual(-1);
  });
});

describe('a recording between pieces, cut', () => {
  it('has each part at the target and the length that was planned', async () => {
    const tracks = await toFile('main', mix(talk(-27, -26, -28, -26), room(37, -70)));
    const tune = Float32Array.from({ length: 4 * 48_000 }, (_, i) => 0.6 * Math.sin(i / 30) * Math.sin(i / 9000));
    const jingle = await toFile('jingle', tune, tune);
    const inputs: PlanInputs = {
      recording: await analyse(tools, tracks),
      intro: { analysis: await analyse(tools, jingle), fadeInMs: 0, fadeOutMs: 500 },
    };
    const plan = planRender(inputs, { ...usualOrder, cuts: [{ startMs: 9_200, endMs: 18_400 }] });
    await render(tools, { sources: { recording: tracks, intro: jingle }, plan, output: at('joined.mp3') });
    const after = await analyse(tools, onlyTrack(at('joined.mp3'), await probe(tools, at('joined.mp3'))));
    expect(Math.abs(after.durationMs - plan.durationMs)).toBeLessThanOrEqual(30);
    expect(plan.durationMs).toBe(4_000 + inputs.recording.durationMs - 9_200);
    const energy = after.bins.energy[0]!.map((value) => value * 2);
    expect(Math.abs(integratedLoudness(energy.subarray(0, 350)) + 16)).toBeLessThanOrEqual(1);
    expect(Math.abs(integratedLoudness(energy.subarray(400)) + 16)).toBeLessThanOrEqual(0.5);
    expect(Math.abs(after.report.asHeardLufs + 16)).toBeLessThanOrEqual(0.3);
  });
});
