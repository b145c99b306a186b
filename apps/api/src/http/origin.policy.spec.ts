import { isOwnOrigin } from './origin.policy.js';

const publicUrl = 'https://estrade.test/podcasts';

describe('our own origin', () => {
  it.each([
    [{ origin: 'https://estrade.test' }, true],
    [{ origin: 'http://estrade.test' }, false],
    [{ origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, true],
    [{ origin: 'http://127.0.0.1:3001', host: '127.0.0.1:3000' }, false],
    [{ origin: 'file://127.0.0.1:3000', host: '127.0.0.1:3000' }, false],
    [{ origin: 'null', host: '127.0.0.1:3000' }, false],
    [{ origin: '', host: '' }, false],
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ origin: 'https://evil.test', 'sec-fetch-site': 'same-origin' }, false],
    [{}, false],
  ])('of %j is %s (abuse:A33)', (headers, expected) => expect(isOwnOrigin(headers, publicUrl)).toBe(expected));
});
