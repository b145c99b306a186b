import { describe, expect, it } from '@jest/globals';
import { changedKeys, merge } from './merge';

const base = { title: 'A', summary: 'S', number: 1 as number | null };

describe('two edits of the same fields', () => {
  it('are joined when they touch different fields', () => {
    expect(merge(base, { ...base, title: 'mine' }, { ...base, summary: 'theirs' })).toEqual({
      merged: { title: 'mine', summary: 'theirs', number: 1 },
      clashes: [],
    });
  });

  it('clash only in a field that both changed differently', () => {
    const { merged, clashes } = merge(
      base,
      { ...base, title: 'mine', number: 2 },
      { ...base, title: 'theirs', number: 2 },
    );
    expect(clashes).toEqual(['title']);
    expect(merged).toEqual({ ...base, title: 'theirs', number: 2 });
  });

  it('lose nothing when a field was removed by one side', () => {
    expect(changedKeys({ a: 1, b: [1, 2] }, { b: [1, 2], c: null })).toEqual(['a', 'c']);
  });
});
