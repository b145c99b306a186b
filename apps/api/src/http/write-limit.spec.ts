import { TooMany } from '#libs/kernel';
import { WriteLimit } from './write-limit.js';

describe('the limit of writes', () => {
  let at = Date.UTC(2026, 4, 12);
  const clock = { now: () => new Date(at) };

  it('counts each account by itself, says when to come back, and starts anew after a minute', () => {
    const limit = new WriteLimit(clock, 2);
    const take = (subject: string) => () => limit.take(subject);
    take('ada')();
    take('ada')();
    at += 20_000;
    expect(take('ada')).toThrow(TooMany);
    expect(take('ada')).toThrow(expect.objectContaining({ retryAfterSeconds: 40 }));
    expect(take('bob')).not.toThrow();
    at += 40_000;
    expect(take('ada')).not.toThrow();
  });

  it('goes on when the clock is set back', () => {
    const limit = new WriteLimit(clock, 1);
    limit.take('ada');
    at -= 3_600_000;
    expect(() => limit.take('ada')).not.toThrow();
  });
});
