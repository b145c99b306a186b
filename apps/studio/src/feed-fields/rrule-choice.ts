export const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Day = (typeof days)[number];
export const rhythms = ['daily', 'weekdays', 'weekly', 'biweekly', 'monthly', 'own'] as const;
export type Rhythm = (typeof rhythms)[number];

export interface Choice {
  rhythm: Rhythm;
  /** Of a weekly rhythm; none: some day. */
  days: Day[];
}

const weekdays = 'MO,TU,WE,TH,FR';

/** What a recurrence rule says, as far as the chooser can say it; `own` for all others. */
export function readChoice(rrule: string): Choice {
  const parts = Object.fromEntries(rrule.split(';').map((part) => part.split('=') as [string, string]));
  const { FREQ, INTERVAL = '1', BYDAY = '', ...more } = parts;
  const own: Choice = { rhythm: 'own', days: [] };
  if (Object.keys(more).length > 0) return own;
  if (FREQ === 'DAILY' && INTERVAL === '1' && !BYDAY) return { rhythm: 'daily', days: [] };
  if (['DAILY', 'WEEKLY'].includes(FREQ ?? '') && INTERVAL === '1' && BYDAY === weekdays)
    return { rhythm: 'weekdays', days: [] };
  if (FREQ === 'MONTHLY' && INTERVAL === '1' && !BYDAY) return { rhythm: 'monthly', days: [] };
  const named = BYDAY === '' ? [] : BYDAY.split(',');
  if (FREQ !== 'WEEKLY' || !named.every((day) => (days as readonly string[]).includes(day))) return own;
  if (INTERVAL === '1') return { rhythm: 'weekly', days: named as Day[] };
  return INTERVAL === '2' ? { rhythm: 'biweekly', days: named as Day[] } : own;
}

/** The rule of a choice; an own one is written by hand. */
export function toRrule({ rhythm, days: chosen }: Choice): string {
  const on = chosen.length > 0 ? `;BYDAY=${days.filter((day) => chosen.includes(day)).join(',')}` : '';
  switch (rhythm) {
    case 'daily':
      return 'FREQ=DAILY';
    case 'weekdays':
      return `FREQ=WEEKLY;BYDAY=${weekdays}`;
    case 'weekly':
      return `FREQ=WEEKLY${on}`;
    case 'biweekly':
      return `FREQ=WEEKLY;INTERVAL=2${on}`;
    case 'monthly':
      return 'FREQ=MONTHLY';
    case 'own':
      return '';
  }
}
