import { isAlive, judgeCookie, loginLife, needsSeen, toDevice } from './login.policy.js';

const start = new Date('2026-05-12T10:00:00Z');
const after = (ms: number) => new Date(start.getTime() + ms);
const login = {
  rotatedAt: start,
  lastSeenAt: after(1),
  expiresAt: after(loginLife.absolute),
  revokedAt: null as Date | null,
};

describe('a login', () => {
  it('ends when it was idle for too long, at its absolute end, and when it is revoked', () => {
    expect(isAlive(login, after(loginLife.idle))).toBe(true);
    expect(isAlive(login, after(loginLife.idle + 1))).toBe(false);
    const busy = { ...login, lastSeenAt: after(loginLife.absolute - 5) };
    expect(isAlive(busy, after(loginLife.absolute - 1))).toBe(true);
    expect(isAlive(busy, after(loginLife.absolute))).toBe(false);
    expect(isAlive({ ...login, revokedAt: start }, after(5))).toBe(false);
  });

  it('has its cookie replaced after an hour', () => {
    expect(judgeCookie(login, true, after(loginLife.rotateAfter - 1))).toBe('accept');
    expect(judgeCookie(login, true, after(loginLife.rotateAfter))).toBe('rotate');
  });

  it('honours the cookie before for a minute, and until its successor is in use', () => {
    expect(judgeCookie(login, false, after(loginLife.grace - 1))).toBe('accept');
    expect(judgeCookie({ ...login, lastSeenAt: start }, false, after(loginLife.grace))).toBe('rotate');
  });

  it('ends when a replaced cookie comes back although its successor is in use', () => {
    expect(judgeCookie(login, false, after(loginLife.grace))).toBe('revoke');
  });

  it('is noted as seen once a minute, and at the first use of a new cookie', () => {
    expect(needsSeen(login, true, after(1000))).toBe(false);
    expect(needsSeen(login, true, after(loginLife.seenEvery + 1))).toBe(true);
    expect(needsSeen({ ...login, lastSeenAt: start }, true, after(1))).toBe(true);
    expect(needsSeen({ ...login, lastSeenAt: start }, false, after(1))).toBe(false);
  });
});

describe('a device', () => {
  it('is a browser and a system that a person recognises', () => {
    const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
    expect(toDevice(firefox)).toBe('Firefox, Linux');
    expect(toDevice('curl/8.0')).toBe('');
  });
});
