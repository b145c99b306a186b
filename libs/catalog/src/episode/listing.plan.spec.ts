import { isListed, nextChange, toListed } from './listing.plan.js';

const day = (n: number) => new Date(Date.UTC(2026, 4, n));
const none = { publishedAt: null, releaseAt: null, subscribersUntil: null, expiresAt: null };

describe('the time in which an episode is listed', () => {
  it('begins with its release, at that very instant, and has no end by itself', () => {
    const listed = toListed({ ...none, publishedAt: day(5) }, 'public')!;
    expect(listed).toEqual({ publishedAt: day(5), from: day(5), until: null });
    expect([isListed(listed, new Date(day(5).getTime() - 1)), isListed(listed, day(5))]).toEqual([false, true]);
  });

  it('ends at the instant at which it expires', () => {
    const listed = toListed({ ...none, publishedAt: day(5), expiresAt: day(9) }, 'public')!;
    expect([isListed(listed, new Date(day(9).getTime() - 1)), isListed(listed, day(9))]).toEqual([true, false]);
  });

  it('opens later to everybody than to subscribers, under the date of that moment', () => {
    const times = { ...none, publishedAt: day(5), subscribersUntil: day(7) };
    expect(toListed(times, 'public')).toEqual({ publishedAt: day(7), from: day(7), until: null });
    expect(toListed(times, 'subscribers')).toEqual({ publishedAt: day(5), from: day(5), until: null });
  });

  it('never comes when it ends before it begins, or was never released', () => {
    expect(
      toListed({ ...none, publishedAt: day(1), subscribersUntil: day(7), expiresAt: day(6) }, 'public'),
    ).toBeUndefined();
    expect(toListed(none, 'public')).toBeUndefined();
  });

  it('begins anew at the planned moment after it was withdrawn, and keeps its first date', () => {
    expect(toListed({ ...none, publishedAt: day(1), releaseAt: day(9) }, 'public')).toEqual({
      publishedAt: day(1),
      from: day(9),
      until: null,
    });
  });

  it('changes next at the nearest beginning or end to come', () => {
    const all = [
      toListed({ ...none, publishedAt: day(1), expiresAt: day(8) }, 'public')!,
      toListed({ ...none, releaseAt: day(6) }, 'public')!,
    ];
    expect([day(5), day(6), day(8)].map((at) => nextChange(all, at))).toEqual([day(6), day(8), null]);
  });
});
