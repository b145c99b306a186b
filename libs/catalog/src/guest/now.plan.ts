import type { Affiliation } from '#libs/people';

/** What somebody does today, as the living record says. */
export interface Now {
  title: string;
  organisation: string;
  organisationUrl: string;
  /** `YYYY-MM-DD`; null: not said. */
  since: string | null;
}

/** The newest affiliation that holds on a day, `YYYY-MM-DD`. */
export function toNow(affiliations: readonly Affiliation[], today: string): Now | null {
  const current = affiliations
    .filter((a) => (!a.until || a.until >= today) && (!a.since || a.since <= today))
    .sort((a, b) => (b.since ?? '').localeCompare(a.since ?? ''))[0];
  if (!current || !(current.title || current.organisation)) return null;
  const { title, organisation, organisationUrl, since } = current;
  return { title, organisation, organisationUrl, since };
}

/** Whether two names are one, whatever capitals, accents and signs. */
export function isSameName(a: string, b: string): boolean {
  return fold(a) !== '' && fold(a) === fold(b);
}

function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
