import type { Lang } from '../../../api/types';

/** The languages of the pages, each as it calls itself. */
export const langNames: Record<Lang, string> = { fr: 'Français', en: 'English' };
