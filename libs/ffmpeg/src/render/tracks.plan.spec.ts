import { analysisOf } from '../test-analysis.js';
import { planTracks } from './tracks.plan.js';

describe('planTracks', () => {
  it('brings the speech of every track to that of the loudest', () => {
    const [loud, quiet, far] = planTracks([-18, -27, -48].map((lufs) => analysisOf({ lufs })));
    expect(loud).toBe(0);
    expect(quiet).toBeCloseTo(9, 1);
    expect(far).toBe(18);
  });

  it('counts neither a long silence nor the channels of a track', () => {
    const seldom = analysisOf({
      turns: [
        { seconds: 10, lufs: -20 },
        { seconds: 200, lufs: -100 },
      ],
    });
    const twoSides = analysisOf({ lufs: -17, channels: 2 });
    expect(planTracks([seldom, twoSides])[0]).toBeCloseTo(0, 0);
  });

  it('leaves a track without speech as it is', () => {
    const noise = analysisOf({ turns: [{ seconds: 30, lufs: -40, isSteady: true }] });
    expect(planTracks([analysisOf({ lufs: -20 }), noise])).toEqual([0, 0]);
    expect(planTracks([noise])).toEqual([0]);
  });
});
