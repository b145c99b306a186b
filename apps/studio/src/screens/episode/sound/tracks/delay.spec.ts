import { describe, expect, it } from '@jest/globals';
import { formatDelay, parseDelay } from './delay';

describe('how much later a track begins', () => {
  it('is typed in seconds, with a point or a comma, or as a time', () => {
    expect(parseDelay('0')).toBe(0);
    expect(parseDelay(' 1.5 ')).toBe(1_500);
    expect(parseDelay('1,25 s')).toBe(1_250);
    expect(parseDelay('2:05')).toBe(125_000);
    expect(parseDelay('3600')).toBe(3_600_000);
  });

  it('is never before the recording, above an hour, or anything but a time', () => {
    for (const text of ['', '-1', '3600.1', '1:00:01', 'soon', 's', '1e3']) expect(parseDelay(text)).toBeUndefined();
  });

  it('is shown as it can be typed', () => {
    expect(formatDelay(0, 'en')).toBe('0');
    expect(formatDelay(1_500, 'en')).toBe('1.5');
    expect(formatDelay(1_250, 'fr')).toBe('1,25');
    for (const ms of [1, 20, 300, 61_005, 3_600_000]) expect(parseDelay(formatDelay(ms, 'fr'))).toBe(ms);
  });
});
