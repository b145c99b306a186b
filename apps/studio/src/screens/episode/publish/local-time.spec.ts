import { describe, expect, it } from '@jest/globals';
import { localOf, utcOf } from './local-time';

describe('the clocks beside a schedule', () => {
  it.each([
    ['2026-05-12T07:00', 'America/Montreal', '2026-05-12T11:00:00.000Z'],
    ['2026-01-12T07:00', 'Europe/Paris', '2026-01-12T06:00:00.000Z'],
    ['2026-03-29T04:00', 'Europe/Paris', '2026-03-29T02:00:00.000Z'],
    ['2026-07-01T00:00', 'Asia/Kathmandu', '2026-06-30T18:15:00.000Z'],
  ])('read %s in %s as %s', (local, zone, at) => {
    expect(utcOf(local, zone)).toBe(at);
    expect(localOf(at, zone)).toBe(local);
  });
});
