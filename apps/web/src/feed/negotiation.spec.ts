import { chooseEncoding } from '../http/accept-encoding.js';
import { isNotModified } from './conditional.js';

describe('choosing an encoding', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['br', 'br'],
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1.0, br;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0,gzip;q=0', 'identity'],
    ['*', 'br'],
    ['*;q=0.5, br;q=0', 'gzip'],
    ['identity, gzip;q=0.3', 'identity'],
    ['GZIP', 'gzip'],
    ['x-gzip', 'gzip'],
    ['zstd, deflate', 'identity'],
    ['identity;q=0, *;q=0', 'identity'],
    ['br;q=nonsense', 'br'],
    [`${'a,'.repeat(5000)}br`, 'identity'],
  ])('understands %j', (header, encoding) => {
    expect(chooseEncoding(header)).toBe(encoding);
    expect(chooseEncoding(header)).toBe(encoding);
  });
});

describe('a conditional request', () => {
  const feed = { etag: '"abc-br"', changedAt: Date.parse('2026-11-22T10:00:00Z') };

  it.each([
    ['"abc-br"', true],
    ['W/"abc-br"', true],
    ['"x", "abc-br" ,"y"', true],
    ['*', true],
    [' * ', true],
    ['"abc"', false],
    ['"x-abc-br"', false],
    ['abc-br', false],
    ['', false],
  ])('with If-None-Match %j', (tag, isKnown) => {
    expect(isNotModified({ 'if-none-match': tag }, feed)).toBe(isKnown);
  });

  it('lets the tag decide when there is also a date (feed:H12)', () => {
    const since = { 'if-modified-since': 'Mon, 23 Nov 2026 00:00:00 GMT' };
    expect(isNotModified({ 'if-none-match': '"x"', ...since }, feed)).toBe(false);
    expect(isNotModified(since, feed)).toBe(true);
  });
});
