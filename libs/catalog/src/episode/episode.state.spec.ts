import * as state from './episode.state.js';

const draft: state.Standing = {
  state: 'draft',
  publishedAt: null,
  scheduledAt: null,
  scheduledLocal: null,
  scheduledZone: null,
  hasUnreleasedChanges: false,
};
const now = new Date('2026-05-12T11:00:00Z');
const later = new Date('2026-05-13T11:00:00Z');
const scheduled = state.schedule(draft, later, '2026-05-13T07:00', 'America/Montreal', now);
const published = state.publish(draft, now);
const withdrawn = state.withdraw(published);

describe('an episode', () => {
  it('keeps its first date when it is published again', () => {
    expect(state.publish(withdrawn, later)).toMatchObject({ state: 'published', publishedAt: now });
  });

  it('carries the scheduled date, and its plan is over', () => {
    expect(state.publish(scheduled, later)).toEqual({ ...draft, state: 'published', publishedAt: later });
  });

  it('may be scheduled for another time, and goes back to what it was', () => {
    expect(state.schedule(scheduled, new Date('2026-06-01T00:00:00Z'), 'x', 'y', now).scheduledLocal).toBe('x');
    expect(state.unschedule(scheduled)).toEqual(draft);
    expect(state.unschedule(state.schedule(withdrawn, later, 'x', 'y', now))).toEqual(withdrawn);
  });

  it('cannot be scheduled into the past', () => {
    expect(() => state.schedule(draft, now, 'x', 'y', now)).toThrow(expect.objectContaining({ code: 'INVALID' }));
  });

  it.each([
    ['publish', published, (s: state.Standing) => state.publish(s, now)],
    ['schedule', published, (s: state.Standing) => state.schedule(s, later, 'x', 'y', now)],
    ['update', draft, state.update],
    ['update', scheduled, state.update],
    ['update', withdrawn, state.update],
    ['unschedule', draft, state.unschedule],
    ['unschedule', published, state.unschedule],
    ['withdraw', draft, state.withdraw],
    ['withdraw', withdrawn, state.withdraw],
  ])('refuses to %s from there', (_, from, move) => {
    expect(() => move(from)).toThrow(expect.objectContaining({ code: 'EPISODE_STATE', status: 409 }));
  });

  it('lags behind its edits only while it is published', () => {
    expect(state.edit(published).hasUnreleasedChanges).toBe(true);
    expect(state.edit(draft).hasUnreleasedChanges).toBe(false);
    expect(state.update(state.edit(published)).hasUnreleasedChanges).toBe(false);
  });

  it('takes no plan to publish into the bin', () => {
    expect(state.bin(scheduled)).toEqual(draft);
    expect(state.bin(published)).toEqual(published);
  });
});
