import { AddressNotFetched, type OutboundReason } from '../error.js';
import { toTarget } from './target.policy.js';

const none: ReadonlySet<string> = new Set();

describe('an address that is asked', () => {
  it.each<[string, OutboundReason]>([
    ['http://127.0.0.1/feed', 'inward'],
    ['http://0.0.0.0/', 'inward'],
    ['http://0/', 'inward'],
    ['http://[::1]/', 'inward'],
    ['http://[::]:80/', 'inward'],
    ['http://[::ffff:127.0.0.1]/', 'inward'],
    ['http://[64:ff9b::7f00:1]/', 'inward'],
    ['http://[2002:7f00:1::]/', 'inward'],
    ['http://2130706433/', 'inward'],
    ['http://0x7f.1/', 'inward'],
    ['http://0177.0.0.1/', 'inward'],
    ['http://127.1/', 'inward'],
    ['http://127.0.0.1./', 'inward'],
    ['http://①②⑦.0.0.1/', 'inward'],
    ['http://169.254.169.254/latest/meta-data/', 'inward'],
    ['http://[fd00::1]/', 'inward'],
    ['http://100.64.0.1/', 'inward'],
    ['http://localhost/', 'inward'],
    ['http://localhost./', 'inward'],
    ['http://feeds.LOCALHOST/', 'inward'],
    ['http://printer.local/', 'inward'],
    ['http://metadata.google.internal/', 'inward'],
    ['http://intranet/', 'inward'],
    ['http://user@127.0.0.1/', 'credentials'],
    ['https://user:word@example.org/', 'credentials'],
    ['file:///etc/passwd', 'scheme'],
    ['gopher://example.org/', 'scheme'],
    ['ftp://example.org/', 'scheme'],
    ['data:text/xml,<rss/>', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['http://example.org:25/', 'port'],
    ['http://example.org:6379/', 'port'],
    ['http://example.org:0/', 'port'],
    ['//example.org/feed', 'url'],
    ['http://', 'url'],
    ['http://[fe80::1%25lo]/', 'url'],
    ['feed', 'url'],
    [`http://example.org/${'x'.repeat(5_000)}`, 'url'],
  ])('is not %s', (address, reason) => {
    const refusal = refusalOf(address);
    expect(refusal).toBeInstanceOf(AddressNotFetched);
    expect(refusal).toMatchObject({ reason, transient: false });
  });

  it('says the same of every refusal (abuse:A14)', () => {
    const inward = refusalOf('http://127.0.0.1/');
    const port = refusalOf('http://example.org:25/');
    expect(inward).toMatchObject({ message: port?.message, code: port?.code, status: port?.status, params: {} });
  });

  it('may have another port and loses its fragment and the dot at the end of its name', () => {
    expect(toTarget('https://Example.ORG.:8443/a?b#c', none).href).toBe('https://example.org:8443/a?b');
  });

  it('may lie inside where the setting names its very origin', () => {
    const allowed = new Set(['http://127.0.0.1:4123']);
    expect(toTarget('http://127.0.0.1:4123/feed', allowed).port).toBe('4123');
    expect(() => toTarget('http://127.0.0.1:4124/feed', allowed)).toThrow(AddressNotFetched);
    expect(() => toTarget('http://user@127.0.0.1:4123/feed', allowed)).toThrow(AddressNotFetched);
  });
});

function refusalOf(address: string): AddressNotFetched | undefined {
  try {
    toTarget(address, none);
    return undefined;
  } catch (error) {
    return error as AddressNotFetched;
  }
}
