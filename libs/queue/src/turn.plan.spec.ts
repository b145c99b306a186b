import { type Candidate, chooseNext, toPriority } from './turn.plan.js';

let since = 0;
const job = (owner: string, id: string, rest: Partial<Candidate> = {}): Candidate => ({
  ...{ id, owner, rank: 0, order: 5, since: (since += 1) },
  ...rest,
});
const next = (...args: Parameters<typeof chooseNext>) => chooseNext(...args).id;

describe('whose turn it is', () => {
  it('is the oldest job’s when nobody was served yet', () => {
    expect(next([job('a', 'a1'), job('b', 'b1')], [])).toBe('a1');
  });

  it('is never that of a show with work running while another show waits', () => {
    expect(next([job('a', 'a2'), job('a', 'a3'), job('b', 'b1')], ['a'])).toBe('b1');
    expect(next([job('a', 'a2'), job('a', 'a3')], ['a'])).toBe('a2');
    expect(next([job('a', 'a2'), job('b', 'b2')], ['a', 'a', 'b'])).toBe('b2');
  });

  it('goes round the shows, whoever has much to do', () => {
    const waiting = [job('a', 'a1'), job('a', 'a2'), job('a', 'a3'), job('b', 'b1'), job('b', 'b2')];
    const served = new Map<string, number>();
    const done: string[] = [];
    while (waiting.length) {
      const chosen = chooseNext(waiting, [], served);
      waiting.splice(waiting.indexOf(chosen), 1);
      served.set(chosen.owner, done.push(chosen.id));
    }
    expect(done).toEqual(['a1', 'b1', 'a2', 'b2', 'a3']);
  });

  it('is within a show that of the lower order, then of the older job', () => {
    expect(next([job('a', 'render', { order: 7 }), job('a', 'verify', { order: 2 })], [])).toBe('verify');
    expect(next([job('a', 'new', { since: 2 }), job('a', 'old', { since: 1 })], [])).toBe('old');
  });

  it('comes to a lower rank first, whatever runs', () => {
    expect(next([job('a', 'a1', { rank: 1 }), job('b', 'b1')], ['b', 'b'])).toBe('b1');
  });

  it('is the same in every worker that looks at the same jobs', () => {
    const twins = [job('a', 'y', { since: 1 }), job('a', 'x', { since: 1 })];
    expect(next(twins, [])).toBe('x');
    expect(next(twins.reverse(), [])).toBe('x');
  });

  it('cannot be told where nothing waits', () => {
    expect(() => chooseNext([], [])).toThrow(RangeError);
  });
});

describe('the priority by which a queue sorts', () => {
  it('keeps 1 for the job that was chosen', () => {
    expect(toPriority({ owner: 'a', rank: 0, order: 0 })).toBe(2);
    expect(toPriority({ owner: 'a', rank: 0, order: 9 })).toBeLessThan(toPriority({ owner: 'a', rank: 1, order: 0 }));
  });
});
