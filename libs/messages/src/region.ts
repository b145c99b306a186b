/** The regional forms of our two languages, the same words as in kernel. */
export type Region = 'en-CA' | 'en-US' | 'fr-CA' | 'fr-FR';

/** Whether a region reads French. */
export function isFrench(region: Region): boolean {
  return region.startsWith('fr');
}

/** The regional form that a bare language or another tag is shown in: `fr` → `fr-CA`, `fr-BE` → `fr-FR`, `en` → `en-CA`. */
export function toRegion(tag: string): Region {
  const known: Region | undefined = (['en-CA', 'en-US', 'fr-CA', 'fr-FR'] as const).find(
    (region) => region.toLowerCase() === tag.toLowerCase(),
  );
  if (known) return known;
  const lower = tag.toLowerCase();
  if (lower.startsWith('fr')) return lower === 'fr' ? 'fr-CA' : 'fr-FR';
  return 'en-CA';
}
