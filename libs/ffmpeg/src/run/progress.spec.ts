import { progressOf } from './progress.js';

describe('progressOf', () => {
  it('reads the microseconds that ffmpeg calls ms', () => {
    expect(progressOf('out_time_ms=5000000', 20_000)).toBe(0.25);
  });

  it('ignores other lines, unknown lengths and never passes 1', () => {
    expect(progressOf('frame=12', 20_000)).toBeNull();
    expect(progressOf('out_time_ms=N/A', 20_000)).toBeNull();
    expect(progressOf('out_time_ms=5000000', 0)).toBeNull();
    expect(progressOf('out_time_ms=99000000', 20_000)).toBe(1);
  });
});
