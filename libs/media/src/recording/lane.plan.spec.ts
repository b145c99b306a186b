import { laneOf } from './lane.plan.js';

const minutes = (n: number) => n * 60_000;
const sized = (durationMs: number | null, originalName: string, originalBytes: number) => ({
  ...{ durationMs, originalName, originalBytes },
});

describe('the lane of a recording', () => {
  it('is decided by its length alone, once it is known', () => {
    expect(laneOf(sized(minutes(15), 'a.wav', 3e9))).toBe('short');
    expect(laneOf(sized(minutes(15) + 1, 'a.mp3', 1e6))).toBe('long');
  });

  it.each([
    ['trailer.wav', 6e6, 'short'],
    ['interview.wav', 500e6, 'long'],
    ['mono.AIFF', 75e6, 'short'],
    ['packed.flac', 60e6, 'long'],
    ['jingle.mp3', 2e6, 'short'],
    ['hour.opus', 28e6, 'long'],
    ['without a name', 8e6, 'long'],
  ])('is guessed from the bytes of %s before that', (name, bytes, lane) => {
    expect(laneOf(sized(null, name, bytes))).toBe(lane);
    expect(laneOf(sized(0, name, bytes))).toBe(lane);
  });

  it('is short for new tags, which are a copy', () => {
    expect(laneOf({ ...sized(minutes(180), 'a.wav', 2e9), origin: 'tags' })).toBe('short');
  });
});
