import { estimate, type Pace } from './estimate.plan.js';

const minutes = (n: number) => n * 60_000;
const pace = (step: Pace['step'], secondsPerMinute: number): Pace => ({
  ...{ step, lane: 'long', jobs: 20 },
  ...{ soundMs: minutes(100), tookMs: secondsPerMinute * 100_000 },
});
const paces = [pace('probe', 0), pace('analyse', 0.5), pace('plan', 0.5), pace('render', 2), pace('verify', 1)];
const work = { durationMs: minutes(60), lane: 'long', progress: null } as const;

describe('how long the rest will take', () => {
  it('is what the steps that are left took for as much sound', () => {
    expect(estimate({ ...work, step: 'probe' }, paces)).toEqual({ remainingMs: minutes(4), jobs: 20 });
    expect(estimate({ ...work, step: 'verify' }, paces)).toEqual({ remainingMs: minutes(1), jobs: 20 });
  });

  it('counts only what is left of the step that runs', () => {
    expect(estimate({ ...work, step: 'render', progress: 0.5 }, paces)?.remainingMs).toBe(minutes(2));
  });

  it('takes a minute for the least, as programs have to start', () => {
    expect(estimate({ ...work, durationMs: 5_000, step: 'probe' }, paces)?.remainingMs).toBe(4_000);
  });

  it('is not told before anything was measured, nor of unknown sound, nor by the other lane', () => {
    expect(estimate({ ...work, step: 'probe' }, [])).toBeNull();
    expect(estimate({ ...work, step: 'probe', durationMs: null }, paces)).toBeNull();
    expect(estimate({ ...work, step: 'probe', lane: 'short' }, paces)).toBeNull();
  });
});
