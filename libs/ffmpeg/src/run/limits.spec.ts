import { stallLimitSeconds } from './limits.js';

describe('how long a program may be silent', () => {
  it('is longer while sound is skipped, and while a large film is moved within its file', () => {
    expect(stallLimitSeconds(90, 0)).toBe(90);
    expect(stallLimitSeconds(90, 3_600_000)).toBe(270);
    // 4 GB on a slow disk.
    expect(stallLimitSeconds(90, 0, 4e9)).toBe(290);
  });
});
