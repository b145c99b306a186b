import { Meter } from './meter.js';
import {
  integratedLoudness,
  integratedOfBlocks,
  loudnessRange,
  shortTermCurve,
  toDb,
  windowMeans,
} from './loudness.js';

// Globals are slow to reach in jest's sandbox.
const { sin } = Math;
const turn = 2 * Math.PI * 997;

/** A sine of 997 Hz through the real meter, as EBU Tech 3341 tests meters. */
function sine(
  parts: [dbfs: number, seconds: number][],
  rate = 48000,
  channels: 1 | 2 = 2,
): ReturnType<Meter['finish']> {
  const meter = new Meter(rate, { sample: 'f32', channels }, 1000);
  for (const [dbfs, seconds] of parts) {
    const pcm = new Float32Array(rate * channels);
    const size = 10 ** (dbfs / 20);
    for (let i = 0; i < pcm.length; i += 1) pcm[i] = size * sin((turn * ((i / channels) | 0)) / rate);
    // 997 whole turns a second: the same second fits behind itself.
    for (let second = 0; second < seconds; second += 1) meter.push(pcm, rate);
  }
  return meter.finish();
}

describe('integrated loudness (EBU Tech 3341)', () => {
  it.each([48000, 44100])('reads -23 LUFS from a -23 dBFS stereo sine at %i Hz (case 1)', (rate) => {
    expect(integratedLoudness(sine([[-23, 10]], rate).plain)).toBeCloseTo(-23, 1);
  });

  it('reads -33 LUFS from a -33 dBFS stereo sine (case 2)', () => {
    expect(integratedLoudness(sine([[-33, 10]]).plain)).toBeCloseTo(-33, 1);
  });

  it('gates what is 10 LU below (case 3)', () => {
    const { plain } = sine([
      [-36, 10],
      [-23, 60],
      [-36, 10],
    ]);
    expect(integratedLoudness(plain)).toBeCloseTo(-23, 1);
  });

  it('gates silence (case 4)', () => {
    const { plain } = sine([
      [-72, 10],
      [-36, 10],
      [-23, 60],
      [-36, 10],
      [-72, 10],
    ]);
    expect(integratedLoudness(plain)).toBeCloseTo(-23, 1);
  });

  it('reads mono 3 dB lower', () => {
    expect(integratedLoudness(sine([[-23, 10]], 48000, 1).plain)).toBeCloseTo(-26, 1);
  });

  it('says -70 for silence and for nothing', () => {
    expect(integratedLoudness(new Float32Array(1000))).toBe(-70);
    expect(integratedOfBlocks([])).toBe(-70);
  });
});

describe('loudness range (EBU Tech 3342)', () => {
  it.each([
    [-20, -30, 10],
    [-20, -15, 5],
    [-40, -20, 20],
  ])('of %i then %i dBFS is %i LU', (first, second, range) => {
    const { plain } = sine([
      [first, 20],
      [second, 20],
    ]);
    expect(Math.abs(loudnessRange(windowMeans(plain, 10, 10)) - range)).toBeLessThan(1);
  });
});

describe('short-term curve', () => {
  it('has one rounded value a second', () => {
    const curve = shortTermCurve(windowMeans(sine([[-23, 5]]).plain, 10, 10));
    expect(curve).toEqual([-23, -23, -23, -23, -23]);
  });
});

describe('peaks', () => {
  it('sees the sample peak', () => {
    expect(toDb(sine([[-6, 1]]).samplePeak)).toBeCloseTo(-6, 1);
  });
});
