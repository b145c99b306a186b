import {
  formatBytes,
  formatDate,
  formatDateTime,
  formatDay,
  formatDayRange,
  formatDuration,
  formatMonth,
  formatNumber,
  formatTime,
  isoDuration,
  toRegion,
} from './index.js';

const at = new Date('2026-05-12T11:00:00Z');
const montreal = 'America/Montreal';

describe('dates and times', () => {
  it.each([
    ['fr-CA', '12 mai 2026'],
    ['fr-FR', '12 mai 2026'],
    ['en-CA', 'May 12, 2026'],
    ['en-US', 'May 12, 2026'],
  ] as const)('are written as %s writes them: %s', (region, text) => {
    expect(formatDate(region, at, montreal)).toBe(text);
  });

  it('have a first of the month in French', () => {
    expect(formatDay('fr-CA', '2026-05-01')).toBe('1er\u00a0mai 2026');
  });

  it('tell the hour of the zone that is asked for', () => {
    expect(formatTime('fr-CA', at, montreal)).toBe('7\u00a0h');
    expect(formatTime('fr-CA', new Date('2026-05-12T11:30:00Z'), montreal)).toBe('7\u00a0h\u00a030');
    expect(formatTime('fr-FR', at, 'Europe/Paris')).toBe('13\u00a0h');
    expect(formatTime('fr-CA', new Date('2026-05-12T04:00:00Z'), montreal)).toBe('0\u00a0h');
    expect(formatTime('en-CA', at, montreal)).toMatch(/^7:00\sa\.m\.$/u);
    expect(formatTime('en-US', at, montreal)).toMatch(/^7:00\sAM$/u);
    expect(formatDateTime('fr-CA', at, montreal)).toBe('12 mai 2026, 7\u00a0h');
  });

  it('join the days of an event', () => {
    expect(formatDayRange('fr-CA', '2026-05-12', '2026-05-13')).toMatch(/^12.13 mai 2026$/u);
    expect(formatDayRange('fr-CA', '2026-05-12', '2026-05-12')).toBe('12 mai 2026');
    expect(formatMonth('fr-CA', '2024-03-01')).toBe('mars 2024');
  });
});

describe('amounts', () => {
  it.each([
    [40_000, '40\u00a0s', 'PT40S'],
    [2_712_000, '45\u00a0min', 'PT45M12S'],
    [3_900_000, '1\u00a0h\u00a05\u00a0min', 'PT1H5M'],
    [7_200_000, '2\u00a0h', 'PT2H'],
    [0, '0\u00a0s', 'PT0S'],
  ])('%i ms last %s, for machines %s', (ms, text, iso) => {
    expect(formatDuration('fr-CA', ms)).toBe(text);
    expect(isoDuration(ms)).toBe(iso);
  });

  it('are told in the region’s units and separators', () => {
    expect(formatBytes('fr-CA', 43_380_000)).toBe('43\u00a0Mo');
    expect(formatBytes('en-CA', 43_380_000)).toBe('43\u00a0MB');
    expect(formatBytes('fr-CA', 1_500_000)).toBe('1,5\u00a0Mo');
    expect(formatBytes('en-CA', 12)).toBe('12\u00a0B');
    expect(formatNumber('en-CA', 1234.56, 1)).toBe('1,234.6');
  });
});

it('a bare or foreign tag has the nearest of our regions', () => {
  expect(['fr', 'fr-ca', 'fr-BE', 'en', 'de'].map(toRegion)).toEqual(['fr-CA', 'fr-CA', 'fr-FR', 'en-CA', 'en-CA']);
});
