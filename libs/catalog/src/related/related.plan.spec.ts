import { rankRelated, type RelatedCandidate } from './related.plan.js';

const candidate = (id: string, over: Partial<RelatedCandidate> = {}): RelatedCandidate => ({
  id,
  publishedAt: new Date('2026-05-12'),
  isReadable: true,
  personIds: [],
  isSameEvent: false,
  isSameSeries: false,
  tags: [],
  ...over,
});
const order = (candidates: RelatedCandidate[], counts: [string, number][] = []) =>
  rankRelated(candidates, new Map(counts)).map(({ id }) => id);

describe('what is related', () => {
  it('weighs a guest more than an event or a series, and these more than a tag', () => {
    const all = [
      candidate('tag', { tags: ['a'] }),
      candidate('event', { isSameEvent: true }),
      candidate('guest', { personIds: ['p'] }),
      candidate('both', { isSameEvent: true, isSameSeries: true }),
    ];
    expect(order(all)).toEqual(['both', 'guest', 'event', 'tag']);
  });

  it('weighs a rare tag more than one that everything bears', () => {
    const all = [candidate('often', { tags: ['often'] }), candidate('rare', { tags: ['rare'] })];
    expect(order(all, [['often', 64], ['rare', 2]])).toEqual(['rare', 'often']); // prettier-ignore
    expect(order([candidate('three', { tags: ['x', 'y', 'z'] }), candidate('guest', { personIds: ['p'] })])).toEqual([
      'three',
      'guest',
    ]);
  });

  it('puts first what the reader can read, and says every true reason, the strongest first', () => {
    const all = [
      candidate('foreign', { isReadable: false, personIds: ['p'], isSameSeries: true }),
      candidate('mine', { tags: ['often', 'rare'], isSameEvent: true }),
    ];
    const counts = new Map([
      ['often', 64],
      ['rare', 2],
    ]);
    expect(rankRelated(all, counts)).toEqual([
      { id: 'mine', reasons: [{ kind: 'event' }, { kind: 'tag', slug: 'rare' }, { kind: 'tag', slug: 'often' }] },
      { id: 'foreign', reasons: [{ kind: 'guest', personId: 'p' }, { kind: 'series' }] },
    ]);
  });

  it('is at most six, always in the same order, and nothing without a reason', () => {
    const all = Array.from({ length: 9 }, (_, i) => candidate(String(i), { personIds: ['p'] }));
    const newest = candidate('newest', { personIds: ['p'], publishedAt: new Date('2026-06-01') });
    const first = order([...all, newest, candidate('none')]);
    expect(first).toEqual(['newest', '0', '1', '2', '3', '4']);
    expect(order([candidate('none'), newest, ...all.reverse()])).toEqual(first);
  });
});
