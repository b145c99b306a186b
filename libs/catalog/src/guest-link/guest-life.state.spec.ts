import { guestStage, isLapsed, nextGuestState, takesPart } from './guest-life.state.js';

const day = 24 * 3_600_000;
const now = new Date('2026-05-12T11:00:00Z');

describe('the life of an appearance', () => {
  it('goes from the invitation to the approval in its order', () => {
    expect(nextGuestState('invited', 'fill')).toBe('filled');
    expect(nextGuestState('filled', 'propose')).toBe('proposed');
    expect(nextGuestState('proposed', 'review')).toBe('reviewing');
    expect(nextGuestState('reviewing', 'settle')).toBe('approved');
  });

  it('writes nothing for a step that changes nothing', () => {
    expect(nextGuestState('filled', 'fill')).toBeUndefined();
    expect(nextGuestState('approved', 'lapse')).toBeUndefined();
  });

  it('asks again when something new was proposed, also of who was silent', () => {
    expect(nextGuestState('proposed', 'propose')).toBe('proposed');
    expect(nextGuestState('approved', 'propose')).toBe('proposed');
    expect(nextGuestState('silent', 'propose')).toBe('proposed');
    expect(nextGuestState('silent', 'settle')).toBe('approved');
  });

  it('asks nothing of who declined or withdrew, until they come back', () => {
    for (const state of ['declined', 'withdrawn'] as const) {
      expect(takesPart(state)).toBe(false);
      expect(nextGuestState(state, 'propose')).toBeUndefined();
      expect(nextGuestState(state, 'reopen')).toBe('filled');
    }
    expect(nextGuestState('approved', 'withdraw')).toBe('withdrawn');
  });

  it('lapses at the deadline, not before, and only while an answer is waited for', () => {
    expect(isLapsed({ state: 'proposed', deadlineAt: now }, now)).toBe(true);
    expect(isLapsed({ state: 'reviewing', deadlineAt: new Date(now.getTime() + 1) }, now)).toBe(false);
    expect(isLapsed({ state: 'approved', deadlineAt: now }, now)).toBe(false);
    expect(isLapsed({ state: 'proposed', deadlineAt: null }, now)).toBe(false);
  });

  it('is released with the episode and quiet a month later; a withdrawal goes before it', () => {
    const published = { state: 'published' as const, publishedAt: now };
    expect(guestStage({ state: 'silent' }, published, now)).toBe('released');
    expect(guestStage({ state: 'silent' }, published, new Date(now.getTime() + 30 * day))).toBe('quiet');
    expect(guestStage({ state: 'withdrawn' }, published, now)).toBe('withdrawn');
    expect(guestStage({ state: 'approved' }, { state: 'scheduled', publishedAt: null }, now)).toBe('approved');
  });
});
