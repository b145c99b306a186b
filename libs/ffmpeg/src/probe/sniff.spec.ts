import { fits, sniff } from './sniff.js';

const bytes = (text: string) => Buffer.from(text.padEnd(512, '\0'), 'latin1');

describe('sniff', () => {
  it.each([
    ['RIFF\0\0\0\0WAVE', 'wav'],
    ['fLaC', 'flac'],
    ['OggS', 'ogg'],
    ['\0\0\0\x20ftypisom', 'mov,mp4,m4a,3gp,3g2,mj2'],
    ['\x1a\x45\xdf\xa3', 'matroska,webm'],
    ['ID3\x03', 'mp3'],
    ['\xff\xfb\x90', 'mp3'],
  ])('knows %j as %s', (head, name) => {
    expect(fits(bytes(head), name)).toBe(true);
  });

  it('says nothing about text', () => {
    expect(sniff(bytes('#EXTM3U\n'))).toBeNull();
  });

  it('refuses a container that its first bytes do not announce', () => {
    expect(fits(bytes('RIFF\0\0\0\0WAVE'), 'mp3')).toBe(false);
    expect(fits(bytes('hello'), 'wav')).toBe(false);
  });

  it('lets a stream of frames begin with junk', () => {
    expect(fits(bytes('\0\0\0junk'), 'mp3')).toBe(true);
  });
});
