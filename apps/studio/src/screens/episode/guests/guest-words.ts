import type { Guest } from '../../../api/guest.calls';
import type { Words } from '../../../words/words';

/** Who makes the show needs no link, but may have one. */
export const isInvited = ({ role }: Pick<Guest, 'role'>): boolean => role !== 'host' && role !== 'moderator';

/** What the state chip says: an invitation that lacks something is incomplete, and says what elsewhere. */
export function stageOf({ stage, link, missing }: Guest): string {
  if (!link) return 'none';
  if (link.url === null) return 'closed';
  const waitsForGuest = missing.some((what) => what === 'consent' || what.startsWith('title.'));
  return stage === 'filled' && waitsForGuest ? 'incomplete' : (stage ?? 'none');
}

/** Title and employer on the day, and how the employer may be named. */
export function thenOf({ titles, organisation, employer }: Guest, { t, language }: Words): string {
  const title = (titles.find(({ lang }) => lang === language) ?? titles[0])?.title;
  const then = [title, organisation].filter(Boolean).join(', ') || t('people.board.noTitle');
  return employer === 'named' || !organisation ? then : `${then} (${t(`people.board.${employer}`)})`;
}

export function missingWords(missing: readonly string[], { t }: Words): string {
  return missing.map((what) => t('people.missing.what', { what: what.replace('.', '_') })).join(', ');
}

export function leakWords({ leaks }: Guest, { t }: Words): string {
  return leaks.map(({ field, lang }) => t('people.leak', { field, lang: lang || 'none' })).join(', ');
}

const uses = ['publish', 'clips', 'quotes', 'transcript', 'translation', 'training'] as const;

export function usesWords(said: Record<string, boolean> | null, { t }: Words): string {
  if (!said) return t('people.fact.noConsents');
  const yes = uses.filter((use) => said[use]).map((use) => t(`guest.use.${use}`));
  return yes.length > 0 ? yes.join(', ') : t('people.fact.allRefused');
}
