import type { ClipView } from './clip.view.js';
import { joinSoundbites } from './soundbites.plan.js';

const clip = (startMs: number, endMs: number, feed = true): ClipView => ({
  ...{ id: String(startMs), startMs, endMs, language: 'en-CA', personIds: [] },
  texts: [
    { lang: 'en', title: 'A date you keep' },
    { lang: 'fr', title: 'Une date tenue' },
  ],
  uses: { page: true, kit: true, feed },
});

describe('the soundbites of a feed', () => {
  const own = [{ startMs: 60_000, durationMs: 20_000, title: 'Written by hand' }];

  it('are those of its settings and the approved clips for it, in the order of the sound and in its language', () => {
    expect(joinSoundbites(own, [clip(10_000, 30_000)], 'fr-CA')).toEqual([
      { startMs: 10_000, durationMs: 20_000, title: 'Une date tenue' },
      ...own,
    ]);
  });

  it('name the same moment once, as it is written in the settings', () => {
    expect(joinSoundbites(own, [clip(61_000, 81_500)], 'en')).toEqual(own);
  });

  it('leave out clips that are for other things, and those of a length that apps refuse', () => {
    expect(joinSoundbites(own, [clip(0, 20_000, false), clip(0, 14_000), clip(0, 121_000)], 'en')).toEqual(own);
  });
});
