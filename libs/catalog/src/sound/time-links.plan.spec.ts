import { toTimeline } from '#libs/ffmpeg';
import { toNow, toTimeLinks } from './time-links.plan.js';

const minute = 60_000;
const release = (number: number, cuts: [number, number][] = [], introMs = 0) => ({
  number,
  time: {
    originalKey: 'original/a',
    timeline: toTimeline(
      10 * minute,
      cuts.map(([startMs, endMs]) => ({ startMs, endMs })),
      { intro: introMs ? { durationMs: introMs, fadeInMs: 0, fadeOutMs: 0 } : null },
    ),
  },
});
const first = release(1);
const same = release(2);
const cut = release(4, [[minute, 2 * minute]], 10_000);

describe('links to a moment', () => {
  it('carry nothing as long as times are those of the first release', () => {
    expect(toTimeLinks(first, [first])).toEqual({ first: 1, version: null, older: [] });
    expect(toTimeLinks(same, [first, same])).toEqual({ first: 1, version: null, older: [] });
  });

  it('lead to the same words after a cut and an intro, or to the next that are left', () => {
    const links = toTimeLinks(cut, [first, same, cut]);
    expect(links).toMatchObject({ first: 1, version: 4, older: [{ revisions: [1, 2] }] });
    expect([0, 30_000, 90_000, 3 * minute, 99 * minute].map((ms) => toNow(links, null, ms))).toEqual([
      ...[10_000, 40_000, minute + 10_000, 2 * minute + 10_000, 9 * minute + 10_000],
    ]);
    expect(toNow(links, 2, 30_000)).toBe(40_000);
    expect(toNow(links, 4, 30_000)).toBe(30_000);
    expect(toNow(links, 77, 30_000)).toBe(30_000);
  });

  it('of a cut release lead back when the whole is back, and carry nothing again', () => {
    const back = release(5);
    const links = toTimeLinks(back, [first, cut, back]);
    expect(links).toMatchObject({ first: 1, version: null, older: [{ revisions: [4] }] });
    expect(toNow(links, 4, 40_000)).toBe(30_000);
    expect(toNow(links, null, 30_000)).toBe(30_000);
  });

  it('mean the first release also when that one began with an intro', () => {
    const branded = release(1, [], 10_000);
    const links = toTimeLinks(release(2), [branded, release(2)]);
    expect(links.version).toBe(2);
    expect(toNow(links, null, 70_000)).toBe(minute);
    expect(toNow(links, null, 3_000)).toBe(0);
  });
});
