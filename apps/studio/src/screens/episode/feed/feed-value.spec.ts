import { describe, expect, it } from '@jest/globals';
import { findBadTimes, toChange, toValue } from './feed-value';

const feed = {
  ...{ display: '', funding: [], licence: null, places: [], aiContent: null, blocked: false, tags: [] },
  soundbites: [{ startMs: 64_500, durationMs: 30_000, title: 'A' }],
};

describe('soundbites as people type them', () => {
  it('are read and written without loss', () => {
    const value = toValue(feed);
    expect(value.bites).toEqual([{ from: '1:04.5', to: '1:34.5', title: 'A' }]);
    expect(toChange(value, ['bites'])).toEqual({ soundbites: feed.soundbites });
  });

  it('are not sent while a line is still empty', () => {
    const value = { ...toValue(feed), bites: [{ from: '', to: '', title: '' }] };
    expect(toChange(value, ['bites'])).toEqual({ soundbites: [] });
    expect(findBadTimes(value.bites)).toEqual([]);
  });

  it('say which time is missing, unreadable or before the first', () => {
    const row = (from: string, to: string) => ({ from, to, title: '' });
    expect(findBadTimes([row('1:00', '1:30'), row('x', '2:00'), row('2:00', ''), row('2:00', '1:00')])).toEqual([
      { path: 'soundbites.1.startMs', key: 'badTime' },
      { path: 'soundbites.2.durationMs', key: 'badTime' },
      { path: 'soundbites.3.durationMs', key: 'backwards' },
    ]);
  });

  it('leave the fields alone that did not change', () => {
    expect(toChange(toValue(feed), ['blocked'])).toEqual({ blocked: false });
  });
});
