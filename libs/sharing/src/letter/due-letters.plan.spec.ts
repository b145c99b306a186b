import { dueLetters, kitTime, type LetterCase } from './due-letters.plan.js';

const at = (text: string) => new Date(text);
const base: LetterCase = {
  link: {
    email: 'm@example.org',
    state: 'filled',
    stateAt: at('2026-03-01T12:00:00Z'),
    createdAt: at('2026-03-01T12:00:00Z'),
    deadlineAt: null,
    timeZone: 'America/Montreal',
    kitMail: 'auto',
  },
  kit: { lettersOff: [], remindOn: null },
  episode: { state: 'scheduled', scheduledAt: at('2026-05-12T11:00:00Z'), publishedAt: null },
};
const given = (link: Partial<LetterCase['link']>, more: Partial<LetterCase> = {}): LetterCase => ({
  ...base,
  ...more,
  link: { ...base.link, ...link },
});
const kinds = (of: LetterCase, now: string) => dueLetters(of, at(now)).map(({ kind }) => kind);
const out = { state: 'published' as const, scheduledAt: null, publishedAt: at('2026-05-12T11:00:00Z') };

describe('the mails to a guest', () => {
  it('begin a minute after the link was made', () => {
    expect(kinds(base, '2026-03-01T12:00:59Z')).toEqual([]);
    expect(kinds(base, '2026-03-01T12:01:00Z')).toEqual(['welcome']);
  });

  it('bring the kit the day before, at nine where the guest is', () => {
    expect(kitTime(base)).toEqual(at('2026-05-11T13:00:00Z'));
    expect(kitTime(given({ timeZone: 'Europe/Paris' }))).toEqual(at('2026-05-11T07:00:00Z'));
    // There it is the thirteenth already.
    expect(
      kitTime(
        given(
          { timeZone: 'Pacific/Auckland' },
          { episode: { ...base.episode, scheduledAt: at('2026-05-12T13:00:00Z') } },
        ),
      ),
    ).toEqual(at('2026-05-11T21:00:00Z'));
  });

  it('keep nine o’clock when the clocks change in between', () => {
    const spring = { ...base.episode, scheduledAt: at('2026-03-09T11:00:00Z') };
    expect(kitTime(given({}, { episode: spring }))).toEqual(at('2026-03-08T13:00:00Z'));
    const autumn = { ...base.episode, scheduledAt: at('2026-11-02T12:00:00Z') };
    expect(kitTime(given({}, { episode: autumn }))).toEqual(at('2026-11-01T14:00:00Z'));
  });

  it('bring the kit at the release to who was added later, and at once after it', () => {
    expect(kitTime(given({ createdAt: at('2026-05-11T20:00:00Z') }))).toEqual(at('2026-05-12T11:00:00Z'));
    const late = given({ createdAt: at('2026-06-01T20:00:00Z') }, { episode: out });
    expect(kinds(late, '2026-06-01T20:01:00Z')).toEqual(['kit']);
  });

  it('bring no kit without a date, to who wants none, or when the producer says never', () => {
    expect(kitTime(given({}, { episode: { state: 'draft', scheduledAt: null, publishedAt: null } }))).toBeUndefined();
    expect(kinds(given({ kitMail: 'never' }), '2026-05-11T13:00:00Z')).toEqual([]);
    expect(kinds({ ...base, kit: { ...base.kit, lettersOff: ['kit'] } }, '2026-05-11T13:00:00Z')).toEqual([]);
  });

  it('tell of what waits, and once more a day before the deadline', () => {
    const asked = given({
      state: 'proposed',
      stateAt: at('2026-05-01T12:00:00Z'),
      deadlineAt: at('2026-05-04T12:00:00Z'),
    });
    expect(kinds(asked, '2026-05-01T12:00:00Z')).toEqual(['proposals']);
    expect(kinds(asked, '2026-05-03T11:59:00Z')).toEqual(['proposals']);
    expect(kinds(asked, '2026-05-03T12:00:00Z')).toEqual(['proposals', 'reminder']);
    expect(kinds({ ...asked, link: { ...asked.link, state: 'approved' } }, '2026-05-03T12:00:00Z')).toEqual([]);
    expect(kinds({ ...asked, kit: { ...base.kit, lettersOff: ['proposals'] } }, '2026-05-03T12:00:00Z')).toEqual([]);
  });

  it('tell once more when half of a day or less is over', () => {
    const [stateAt, deadlineAt] = [at('2026-05-01T12:00:00Z'), at('2026-05-01T22:00:00Z')];
    const asked = given({ state: 'proposed', stateAt, deadlineAt });
    expect(kinds(asked, '2026-05-01T16:59:00Z')).toEqual(['proposals']);
    expect(kinds(asked, '2026-05-01T17:00:00Z')).toEqual(['proposals', 'reminder']);
  });

  it('thank a week after the release, in the morning, and not months later', () => {
    const after = given({}, { episode: out });
    expect(kinds(after, '2026-05-19T12:59:00Z')).not.toContain('week');
    expect(kinds(after, '2026-05-19T13:00:00Z')).toContain('week');
    expect(kinds(after, '2026-07-19T13:00:00Z')).toEqual([]);
  });

  it('come once more on the day that the guest chose', () => {
    const later = { ...given({}, { episode: out }), kit: { lettersOff: ['week' as const], remindOn: '2026-06-10' } };
    expect(dueLetters(later, at('2026-06-10T13:00:00Z'))).toEqual([
      { kind: 'again', round: '2026-06-10', dueAt: at('2026-06-10T13:00:00Z') },
    ]);
  });

  it('go to nobody who declined, withdrew, or has no address', () => {
    const now = '2026-05-11T13:00:00Z';
    expect(kinds(given({ state: 'declined' }), now)).toEqual([]);
    expect(kinds(given({ state: 'withdrawn' }), now)).toEqual([]);
    expect(kinds(given({ email: '' }), now)).toEqual([]);
  });
});
