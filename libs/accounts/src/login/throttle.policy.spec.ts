import { toNetwork, toThrottleKey } from './throttle.policy.js';

describe('a throttle key', () => {
  it('shows neither address nor account, and needs the secret', () => {
    const key = toThrottleKey('secret', 'login-account', 'ada@estrade.test');
    expect(key).toMatch(/^login-account:[0-9a-f]{40}$/);
    expect(toThrottleKey('other', 'login-account', 'ada@estrade.test')).not.toBe(key);
  });

  it('counts an IPv6 network as one client, however it is written', () => {
    const keys = ['2001:db8:1:2::1', '2001:DB8:1:2:ffff::9', '2001:0db8:0001:0002:0:0:0:7'].map((address) =>
      toThrottleKey('secret', 'login-address', address),
    );
    expect(new Set(keys).size).toBe(1);
  });
});

describe('a network', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['2001:db8::5', '2001:db8:0:0'],
  ])('of %s is %s', (address, network) => expect(toNetwork(address)).toBe(network));
});
