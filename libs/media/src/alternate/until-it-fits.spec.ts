import type { RenderPlan, Verification } from '#libs/ffmpeg';
import { untilItFits } from './until-it-fits.js';

const plan = { lossless: { gainDb: 3, limitLinear: 0.76 } } as RenderPlan;
const measured = (truePeak: number, isLong = false): Verification =>
  ({
    checks: [
      { name: 'truePeak', measured: truePeak, passed: truePeak <= -1 },
      { name: 'duration', measured: 61_000, passed: !isLong },
    ],
  }) as never;

/** Answers in turn, and remembers under which ceilings. */
function maker(...answers: Verification[]) {
  const ceilings: number[] = [];
  const make = async ({ lossless }: RenderPlan) => {
    ceilings.push(Number(lossless.limitLinear.toFixed(2)));
    return answers[ceilings.length - 1]!;
  };
  return { make, ceilings };
}

describe('a file beside the MP3', () => {
  it('is made once when its peaks fit', async () => {
    const { make, ceilings } = maker(measured(-1.8));
    await untilItFits(plan, make);
    expect(ceilings).toEqual([0.76]);
  });

  it('is made again under a lower ceiling when its encoder pushed the peaks up', async () => {
    const { make, ceilings } = maker(measured(0.1), measured(-1.2));
    await expect(untilItFits(plan, make)).resolves.toEqual(measured(-1.2));
    expect(ceilings).toEqual([0.76, 0.63]);
  });

  it('is refused after three tries, and at once for a wrong length', async () => {
    const hot = maker(measured(0), measured(0), measured(0));
    await expect(untilItFits(plan, hot.make)).rejects.toMatchObject({ code: 'VERIFICATION_FAILED' });
    expect(hot.ceilings).toHaveLength(3);
    const long = maker(measured(-2, true));
    await expect(untilItFits(plan, long.make)).rejects.toMatchObject({ code: 'VERIFICATION_FAILED' });
    expect(long.ceilings).toHaveLength(1);
  });
});
