import { expect, it } from '@jest/globals';

// Where the studio's calls go, which they ask of the browser.
Object.assign(globalThis, { location: { origin: 'http://localhost' } });
const { keys, queryClient } = await import('../api/queries');
const { keepProgress } = await import('./live-progress');

type Event = Parameters<typeof keepProgress>[0];

const event = (state: Event['state'], progress: number | null) =>
  ({ id: 'r', episodeId: 'e', showId: 's', state, progress, report: null, waveform: null }) as Event;
const isOld = () => queryClient.getQueryState(keys.sound('e'))!.isInvalidated;
const read = () => queryClient.setQueryData(keys.sound('e'), {});

it('has the versions of a sound read anew when one begins or ends, not at every percent', () => {
  queryClient.setQueryData(keys.recording('e'), { revisions: [event('waiting', null)] });
  read();
  keepProgress(event('running', null));
  expect(isOld()).toBe(true);
  read();
  keepProgress(event('running', 0.5));
  expect(isOld()).toBe(false);
  keepProgress(event('done', null));
  expect(isOld()).toBe(true);
});
