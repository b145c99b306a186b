import { LocalTimeMissing, LocalTimeTwice } from './episode.error.js';
import { isTimeZone, toInstant } from './schedule.plan.js';

const montreal = 'America/Montreal';

describe('a local time', () => {
  it('is one instant on an ordinary day', () => {
    expect(toInstant({ local: '2026-05-12T07:00', zone: montreal }).toISOString()).toBe('2026-05-12T11:00:00.000Z');
    expect(toInstant({ local: '2026-05-12T07:00', zone: 'Europe/Paris' }).toISOString()).toBe(
      '2026-05-12T05:00:00.000Z',
    );
  });

  it.each([
    ['2026-03-08T02:30', montreal, ['2026-03-08T01:30', '2026-03-08T03:30']],
    ['2026-03-29T02:30', 'Europe/Paris', ['2026-03-29T01:30', '2026-03-29T03:30']],
  ])('that the clocks jump over is refused with both neighbours: %s %s (ux:P-28)', (local, zone, expected) => {
    const error = catchError(() => toInstant({ local, zone }));
    expect(error).toBeInstanceOf(LocalTimeMissing);
    expect((error as LocalTimeMissing).extra['possible']).toMatchObject(expected.map((time) => ({ local: time })));
  });

  it.each([
    ['2026-11-01T01:30', montreal, '-04:00', '2026-11-01T05:30:00.000Z', '-05:00', '2026-11-01T06:30:00.000Z'],
    ['2026-10-25T02:30', 'Europe/Paris', '+02:00', '2026-10-25T00:30:00.000Z', '+01:00', '2026-10-25T01:30:00.000Z'],
  ])('that happens twice needs the offset: %s %s (fault:F28)', (local, zone, first, firstAt, second, secondAt) => {
    const error = catchError(() => toInstant({ local, zone }));
    expect(error).toBeInstanceOf(LocalTimeTwice);
    expect((error as LocalTimeTwice).extra['possible']).toMatchObject([
      { offset: first, at: firstAt },
      { offset: second, at: secondAt },
    ]);
    expect(toInstant({ local, zone, offset: first }).toISOString()).toBe(firstAt);
    expect(toInstant({ local, zone, offset: second }).toISOString()).toBe(secondAt);
    expect(() => toInstant({ local, zone, offset: '+05:00' })).toThrow(expect.objectContaining({ code: 'INVALID' }));
  });

  it.each(['2026-02-31T07:00', '2026-05-12', 'tomorrow', '2026-05-12T25:00', ''])(
    'of no calendar is refused: %s',
    (local) => {
      expect(() => toInstant({ local, zone: montreal })).toThrow(expect.objectContaining({ code: 'INVALID' }));
    },
  );

  it('in no zone is refused', () => {
    expect(() => toInstant({ local: '2026-05-12T07:00', zone: 'Mars/Olympus' })).toThrow(
      expect.objectContaining({ code: 'INVALID' }),
    );
    expect([isTimeZone('Europe/Paris'), isTimeZone('+05:00'), isTimeZone('')]).toEqual([true, false, false]);
  });
});

function catchError(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}
