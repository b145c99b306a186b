import { noise } from '../test-media.js';
import { type Biquad, butterworthHighpass, headShelf, rlbHighpass } from './biquad.js';
import { ChannelMeter } from './channel-meter.js';

/** The same filters as anybody would write them. */
function filtered(samples: ArrayLike<number>, { b0, b1, b2, a1, a2 }: Biquad): Float64Array {
  const out = new Float64Array(samples.length);
  for (let i = 0; i < out.length; i += 1) {
    const [x1, x2, y1, y2] = [samples[i - 1] ?? 0, samples[i - 2] ?? 0, out[i - 1] ?? 0, out[i - 2] ?? 0];
    out[i] = b0 * samples[i]! + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
  }
  return out;
}
const power = (samples: Float64Array) => samples.reduce((sum, value) => sum + value * value, 0);
const peak = (samples: Float64Array) => samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

describe.each([
  [48000, 's16', 2],
  [48000, 'f32', 1],
  [44100, 's16', 1],
  [44100, 'f32', 2],
] as const)('the kernel at %i Hz, %s, %i channels', (rate, sample, channels) => {
  it('filters, sums and finds the extremes like plain code does', () => {
    const next = noise(3);
    const scale = sample === 's16' ? 1 / 32768 : 1;
    const frames = rate / 10;
    const sides = Array.from({ length: channels }, (_, side) =>
      Float64Array.from(
        { length: frames },
        () => Math.round(next() * (side === 0 ? 9000 : 5000) + 2000) / (scale === 1 ? 32768 : 1),
      ),
    );
    const meter = new ChannelMeter(rate, { sample, channels });
    for (let i = 0; i < frames * channels; i += 1) meter.room[i] = sides[i % channels]![(i / channels) | 0]!;

    const bin = rate / 100;
    const total = { plain: [0, 0], cleaned: [0, 0], peak: [0, 0], min: [9, 9], max: [-9, -9] };
    for (let first = 0; first < frames; first += bin) {
      const reading = meter.read(first, first + bin);
      for (const side of [0, 1] as const) {
        total.plain[side]! += reading.plain[side]!;
        total.cleaned[side]! += reading.cleaned[side]!;
        total.peak[side] = Math.max(total.peak[side]!, reading.peak[side]!);
        total.min[side] = Math.min(total.min[side]!, reading.min[side]!);
        total.max[side] = Math.max(total.max[side]!, reading.max[side]!);
      }
    }
    sides.forEach((whole, side) => {
      const samples = whole.map((value) => value * scale);
      const weighted = filtered(filtered(samples, headShelf(rate)), rlbHighpass(rate));
      const clean = butterworthHighpass(rate, 80);
      expect(total.plain[side]! / power(weighted)).toBeCloseTo(1, 6);
      expect(total.cleaned[side]! / power(filtered(weighted, clean))).toBeCloseTo(1, 6);
      expect(total.peak[side]).toBeCloseTo(peak(filtered(samples, clean)), 6);
      expect(total.min[side]).toBeCloseTo(Math.min(...samples), 6);
      expect(total.max[side]).toBeCloseTo(Math.max(...samples), 6);
    });
    const sum = sides.reduce((all, side) => all + side.slice(0, meter.sumFrames).reduce((a, b) => a + b, 0), 0);
    expect(meter.sums[0]! / (channels === 1 ? 2 : 1)).toBeCloseTo(sum, 1);
    expect(meter.sumCount).toBe(frames / meter.sumFrames);
  });
});
