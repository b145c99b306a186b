import { t } from '#libs/messages';
import type { Lang } from '../../../api/types';

/** The ready-made sentence in the language of the page it stands on, not of the studio (`ux` 2.10). */
export function readyDisclaimer(lang: Lang, name: string, organisation: string): string {
  const region = lang === 'fr' ? 'fr-CA' : 'en-CA';
  return organisation.trim()
    ? t(region, 'studio.disclaimer.employer', { name, organisation: organisation.trim() })
    : t(region, 'studio.disclaimer.any', { name });
}
