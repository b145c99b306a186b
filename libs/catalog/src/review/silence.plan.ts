import type { GuestLink } from '../guest-link/guest-link.entity.js';

/** What becomes of what has no answer in time: all of it used as it is, nothing, or only one kind. */
export type SilenceRule = 'unused' | 'asis' | 'quotes' | 'clips';

/** *Used as is* only where the guest agreed to that use beforehand (`ux:K-21`). */
export function silenceOf(
  { silenceRule, consents }: Pick<GuestLink, 'silenceRule' | 'consents'>,
  use: 'quotes' | 'clips',
): 'unused' | 'asis' {
  return silenceRule === 'asis' && consents[use] === true ? 'asis' : 'unused';
}

/** What waits for a guest's answer; `spoken`: how many of the quotes wait in the words that were spoken, not only translated. */
export interface OpenCount {
  quotes: number;
  clips: number;
  spoken: number;
}

/** The rule as it is printed for a guest, of what waits for them and of nothing else; a translation is never used without a yes. */
export function silenceRuleOf(link: Pick<GuestLink, 'silenceRule' | 'consents'>, open: OpenCount): SilenceRule {
  const waiting = (['quotes', 'clips'] as const).filter((kind) => open[kind] > 0);
  const usable = { quotes: open.spoken > 0, clips: true };
  const used = waiting.filter((kind) => usable[kind] && silenceOf(link, kind) === 'asis');
  if (used.length === 0) return 'unused';
  return used.length === waiting.length ? 'asis' : used[0]!;
}
