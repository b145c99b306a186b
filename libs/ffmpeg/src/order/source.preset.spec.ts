import type { Probe } from '../probe/probe-result.js';
import type { Track } from './source.js';
import { formatOf, sourceFilters } from './source.preset.js';

const track = (probe: Partial<Probe>, more: Partial<Track> = {}): Track => ({
  file: '/a.wav',
  probe: { sampleRate: 48000, channels: 1, channelLayout: null, ...probe } as Probe,
  gainDb: 0,
  delayMs: 0,
  ...more,
});

describe('the filters of a source', () => {
  it('only change the rate of a file that stands alone', () => {
    expect(sourceFilters([track({ channels: 2 })])).toBe('[0:a:0]aformat=sample_fmts=fltp,aresample=48000');
    expect(sourceFilters([track({ sampleRate: 22050 })], 2)).toBe('[2:a:0]aformat=sample_fmts=fltp,aresample=44100');
    expect(sourceFilters([track({ sampleRate: 44100 })], 0, 48000)).toContain('aresample=48000');
  });

  it('mix more than two channels by an explicit pan, before the rate', () => {
    expect(sourceFilters([track({ channels: 6, channelLayout: '5.1' })])).toMatch(
      /^\[0:a:0]aformat=sample_fmts=fltp,pan=stereo\|c0=0\.4142\*c0\+.*,aresample=48000$/,
    );
  });

  it('bring tracks to one rate, the same channels and their loudness and place, and add them up as they are', () => {
    const tracks = [track({ channels: 2 }), track({ sampleRate: 44100 }, { gainDb: -3.5, delayMs: 1200.4 })];
    expect(sourceFilters(tracks, 1)).toBe(
      [
        '[1:a:0]aformat=sample_fmts=fltp,aresample=48000[t1]',
        '[2:a:0]aformat=sample_fmts=fltp,pan=stereo|c0=c0|c1=c0,aresample=48000,volume=-3.5dB:precision=float,adelay=1200|1200[t2]',
        '[t1][t2]amix=inputs=2:duration=longest:normalize=0',
      ].join(';'),
    );
  });

  it('stay mono at 44.1 kHz when all tracks are', () => {
    const tracks = [track({ sampleRate: 44100 }), track({ sampleRate: 8000 }, { delayMs: 5 })];
    expect(formatOf(tracks)).toEqual({ sampleRate: 44100, channels: 1 });
    expect(sourceFilters(tracks)).toContain('aresample=44100,adelay=5[t1]');
  });
});
