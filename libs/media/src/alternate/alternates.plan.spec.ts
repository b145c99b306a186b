import { readyToMake, toAlternates, withAlternate } from './alternates.plan.js';

const all = { m4a: true, opus: true, video: true, hls: true };
const plan = {
  timeline: { clips: [{ source: 'recording', startMs: 0, endMs: 9_000, fadeInMs: 0, fadeOutMs: 0 }] },
};
const film = { hasVideo: true, videoCodec: 'h264' };
const kindsOf = (given: object) => {
  const revision = { order: { outputs: all }, plan, probe: film, ...given } as never;
  return toAlternates(revision).map(({ kind }) => kind);
};
const waiting = (...kinds: ('m4a' | 'opus' | 'video' | 'hls')[]) =>
  kinds.map((kind) => ({ kind, state: 'waiting' as const, error: null }));

describe('the files beside an MP3', () => {
  it('are those asked for', () => {
    expect(kindsOf({})).toEqual(['m4a', 'opus', 'video', 'hls']);
    expect(kindsOf({ order: { outputs: { ...all, m4a: false } } })).toEqual(['opus', 'video', 'hls']);
    expect(kindsOf({ order: {} })).toEqual([]);
  });

  it('have pictures only where the recording has some that browsers play, and nothing is cut', () => {
    expect(kindsOf({ probe: { hasVideo: false } })).toEqual(['m4a', 'opus']);
    expect(kindsOf({ probe: { hasVideo: true, videoCodec: 'prores' } })).toEqual(['m4a', 'opus']);
    expect(kindsOf({ probe: { hasVideo: true, videoCodec: 'vp9' } })).toEqual(['m4a', 'opus', 'video']);
    const cut = { timeline: { clips: [{ ...plan.timeline.clips[0], startMs: 1_000 }] } };
    expect(kindsOf({ plan: cut })).toEqual(['m4a', 'opus']);
  });

  it('begin at once, but segments wait for the film that they are cut from', () => {
    expect(readyToMake(waiting('opus', 'video', 'hls'))).toEqual(['opus', 'video']);
    expect(readyToMake(waiting('hls'))).toEqual(['hls']);
    const { alternates } = withAlternate(
      { alternates: waiting('opus', 'video', 'hls') },
      { kind: 'video', state: 'failed', error: 'X' },
    );
    expect(readyToMake(alternates!)).toEqual(['opus', 'hls']);
    expect(alternates).toHaveLength(3);
  });
});
