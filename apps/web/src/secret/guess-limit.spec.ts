import { GuessLimit } from './guess-limit.js';

describe('a limit of tries', () => {
  const clock = { at: 0, now: () => new Date(clock.at) };
  const limit = (most = 2, clients = 10) => new GuessLimit(clock, most, 60_000, clients);

  it('lets so many pass in a window, and again when it is over', () => {
    clock.at = 1_000;
    const tries = limit();
    tries.count('192.0.2.1');
    expect(tries.waitOf('192.0.2.1')).toBe(0);
    tries.count('192.0.2.1');
    clock.at += 30_000;
    expect(tries.waitOf('192.0.2.1')).toBe(30);
    expect(tries.waitOf('192.0.2.2')).toBe(0);
    clock.at += 30_000;
    expect(tries.waitOf('192.0.2.1')).toBe(0);
  });

  it('counts a whole network of IPv6 as one client, however its addresses are written', () => {
    const tries = limit();
    tries.count('2001:db8:1:2::1');
    tries.count('2001:db8:1:2:aaaa:bbbb:cccc:dddd');
    expect(tries.waitOf('2001:db8:1:2::ffff')).toBeGreaterThan(0);
    expect(tries.waitOf('2001:db8:1:3::1')).toBe(0);
    expect(tries.waitOf('::1')).toBe(0);
  });

  it('stays small', () => {
    const tries = limit(1, 3);
    for (let n = 0; n < 5; n += 1) tries.count(`192.0.2.${n}`);
    expect(tries.waitOf('192.0.2.0')).toBe(0);
    expect(tries.waitOf('192.0.2.4')).toBeGreaterThan(0);
  });
});
