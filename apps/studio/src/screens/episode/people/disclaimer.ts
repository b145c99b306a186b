import { t } from '#libs/messages';
import type { Appearance, Lang } from '../../../api/types';

type Who = Pick<Appearance, 'name' | 'organisation' | 'employer'>;

/**
 * The ready-made sentence in the language of the page it stands on, not of the studio (`ux` 2.10). It stands beside the
 * name, so that it tells the employer only where that may be told there (`ux:K-24`).
 */
export function readyDisclaimer(lang: Lang, { name, organisation, employer }: Who): string {
  const region = lang === 'fr' ? 'fr-CA' : 'en-CA';
  return employer === 'named' && organisation.trim()
    ? t(region, 'studio.disclaimer.employer', { name, organisation: organisation.trim() })
    : t(region, 'studio.disclaimer.any', { name });
}
