import { describe, expect, it } from '@jest/globals';
import { readChoice, toRrule } from './rrule-choice';

describe('how often episodes come', () => {
  it.each([
    ['FREQ=DAILY', 'daily', []],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'weekdays', []],
    ['FREQ=WEEKLY', 'weekly', []],
    ['FREQ=WEEKLY;BYDAY=TU,FR', 'weekly', ['TU', 'FR']],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 'biweekly', ['MO']],
    ['FREQ=MONTHLY', 'monthly', []],
  ])('reads %s and writes it the same', (rule, rhythm, days) => {
    expect(readChoice(rule)).toEqual({ rhythm, days });
    expect(toRrule(readChoice(rule))).toBe(rule);
  });

  it.each(['', 'FREQ=WEEKLY;COUNT=3', 'FREQ=MONTHLY;BYDAY=+1MO', 'FREQ=YEARLY', 'FREQ=WEEKLY;INTERVAL=3', 'nonsense'])(
    'leaves “%s” to be written by hand',
    (rule) => {
      expect(readChoice(rule).rhythm).toBe('own');
    },
  );

  it('names the days in the order of the week', () => {
    expect(toRrule({ rhythm: 'weekly', days: ['FR', 'MO'] })).toBe('FREQ=WEEKLY;BYDAY=MO,FR');
  });
});
