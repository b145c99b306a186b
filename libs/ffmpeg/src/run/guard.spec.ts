import { allowedFormats, guardOptions, toFileAddress } from './guard.js';

describe('the guard before every input', () => {
  it('lets no playlist format through', () => {
    for (const format of ['hls', 'concat', 'dash', 'sdp', 'image2', 'lavfi'])
      expect(allowedFormats).not.toContain(format);
    expect(guardOptions()).toEqual(['-protocol_whitelist', 'file,pipe', '-format_whitelist', allowedFormats.join(',')]);
  });

  it('makes a file address of an absolute path only', () => {
    expect(toFileAddress('/tmp/a:b%03d.wav')).toBe('file:/tmp/a:b%03d.wav');
    expect(() => toFileAddress('-y.wav')).toThrow(TypeError);
    expect(() => toFileAddress('http://127.0.0.1/a.wav')).toThrow(TypeError);
  });
});
