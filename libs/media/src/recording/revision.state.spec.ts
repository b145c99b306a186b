import { isAwaited, nextStep, retryStep, toStepViews, wholeProgress } from './revision.state.js';

const revision = (over: object = {}) => ({
  state: 'running' as const,
  step: 'render' as const,
  attempt: 2,
  progress: 0.5,
  reached: 0,
  ...over,
});

describe('a revision', () => {
  it('awaits only the job of its step and attempt', () => {
    expect(isAwaited(revision(), 'render', 2)).toBe(true);
    expect(isAwaited(revision(), 'render', 1)).toBe(false);
    expect(isAwaited(revision(), 'plan', 2)).toBe(false);
    expect(isAwaited(revision({ state: 'cancelled' }), 'render', 2)).toBe(false);
  });

  it('goes through five steps', () => {
    expect(nextStep('probe')).toBe('analyse');
    expect(nextStep('verify')).toBeNull();
  });

  it('is tried again from the step that failed', () => {
    expect(retryStep('render')).toBe('render');
    expect(retryStep('receive')).toBe('probe');
  });

  it('shows what is done, what runs and what waits', () => {
    expect(toStepViews(revision()).map(({ name, state }) => `${name} ${state}`)).toEqual([
      'receive done',
      'probe done',
      'analyse done',
      'plan done',
      'render running',
      'verify waiting',
    ]);
  });

  it('never falls back in its share of the whole', () => {
    const shares = (['probe', 'analyse', 'plan', 'render', 'verify'] as const).flatMap((step) =>
      [null, 0.5, 1].map((progress) => wholeProgress(revision({ step, progress }))!),
    );
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(wholeProgress(revision({ state: 'done' }))).toBe(1);
  });

  it('stays where it was while a step is done again, until more is done', () => {
    expect(wholeProgress(revision({ step: 'render', progress: null, reached: 0.97 }))).toBe(0.97);
    expect(wholeProgress(revision({ step: 'verify', progress: 0.9, reached: 0.97 }))).toBe(0.985);
  });
});
