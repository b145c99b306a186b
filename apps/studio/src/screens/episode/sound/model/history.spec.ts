import { describe, expect, it } from '@jest/globals';
import { begin, redo, step, undo } from './history';

describe('undo and redo', () => {
  it('goes back a hundred steps and forward again', () => {
    let history = begin(0);
    for (let i = 1; i <= 100; i += 1) history = step(history, i);
    for (let i = 0; i < 100; i += 1) history = undo(history);
    expect(history.now).toBe(0);
    expect(undo(history)).toBe(history);
    for (let i = 0; i < 100; i += 1) history = redo(history);
    expect(history.now).toBe(100);
    expect(redo(history)).toBe(history);
  });

  it('forgets what would have come when something else is done', () => {
    const history = step(undo(step(begin('a'), 'b')), 'c');
    expect(history.future).toEqual([]);
    expect(undo(history).now).toBe('a');
  });

  it('takes a movement back as one step', () => {
    const history = step(step(step(begin(0), 1), 2, true), 3, true);
    expect(undo(history).now).toBe(0);
  });
});
