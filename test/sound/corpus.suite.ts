import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { findFfmpeg, type Ffmpeg, usualOrder } from '#libs/ffmpeg';
import { systemClock } from '#libs/kernel';
import { masterFile, type Mastered } from '../../apps/master/src/master.js';
import { type Example, makeRecording } from './corpus.js';
import { type Heard, lateness, listen, pumping, shift, soundsOfOthers, spread } from './ears.js';
import type { Scene } from './scene.js';

/** What a listener and a platform may expect of the decoded file, whatever came in. */
const bars = { loudness: 1, truePeak: -1, spread: 4, pumping: 3, lateness: 4, durationMs: 100, shiftMs: 50 };

/** Masters each example and measures what comes out of the decoder, with ears that share no code with the engine. */
export function describeCorpus(examples: readonly Example[]): void {
  jest.setTimeout(120_000);
  let tools: Ffmpeg;
  beforeAll(async () => {
    tools = await findFfmpeg({ production: false, allowOldFfmpeg: false });
  });

  describe.each(examples.map((example) => [example.name, example] as const))('%s', (_, example) => {
    let folder: string;
    let scene: Scene;
    let before: Heard;
    let after: Heard;
    let mastered: Mastered;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'estrade-corpus-'));
      const [input, played] = await makeRecording(example, folder, tools.ffmpeg);
      scene = played;
      const output = join(folder, 'out.mp3');
      const job = { input, output, kind: 'mp3' as const, order: { ...usualOrder, ...example.order } };
      mastered = await masterFile(tools, job, { clock: systemClock });
      [before, after] = [await listen(tools.ffmpeg, input), await listen(tools.ffmpeg, output)];
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    it('comes out at the target as heard, its peaks below the ceiling', () => {
      expect(after.truePeakDbtp).toBeLessThanOrEqual(bars.truePeak);
      if (example.mode === 'leave') return expect(after.lufs).toBeLessThan(-60);
      expect(Math.abs(after.lufs - mastered.plan.targetLufs)).toBeLessThanOrEqual(bars.loudness);
    });

    it('has all voices close together', () => {
      const voices = [...new Set(scene.labels.map(({ name }) => name))].filter((name) => !notVoices.includes(name));
      if (voices.length < 2 || example.isBroken) return;
      expect(spread(after, scene.labels, voices)).toBeLessThanOrEqual(bars.spread);
    });

    it('lifts each turn from its first word to its last', () => {
      const voices = scene.labels.filter(({ name }) => !notVoices.includes(name));
      if (!example.isBroken && example.mode !== 'leave') {
        expect(lateness(before, after, voices)).toBeLessThanOrEqual(bars.lateness);
      }
    });

    it('does not raise its pauses above the speech beside them', () => {
      if (!example.isBroken) expect(pumping(before, after, scene.labels)).toBeLessThanOrEqual(bars.pumping);
    });

    it('keeps its length, and every moment in its place', () => {
      expect(Math.abs(after.durationMs - before.durationMs)).toBeLessThanOrEqual(bars.durationMs);
      if (!example.isBroken && example.mode !== 'leave') {
        expect(Math.abs(shift(before, after))).toBeLessThanOrEqual(bars.shiftMs);
      }
    });

    it('is treated as it needs, and told what is there', () => {
      const kinds = new Set(mastered.findings.map(({ kind }) => kind));
      expect((example.finds ?? []).filter((kind) => !kinds.has(kind))).toEqual([]);
      expect((example.neverFinds ?? []).filter((kind) => kinds.has(kind))).toEqual([]);
      if (example.mode) expect(mastered.plan.mode).toBe(example.mode);
    });
  });
}

const notVoices = ['pause', ...soundsOfOthers];
