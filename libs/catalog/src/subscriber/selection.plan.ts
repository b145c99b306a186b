import type { Language } from '#libs/kernel';

/** What a listener chose, by id or by a tag's segment. */
export interface SelectionForm {
  lang: Language;
  showIds: string[];
  personIds: string[];
  tagSlugs: string[];
  episodeIds: string[];
}

/** So many things make a feed. */
export const selectionMax = 50;
/** A feed that no app asked for in so many days is forgotten; one that nobody ever asked for, much sooner. */
export const selectionDays = { unused: 180, neverUsed: 7 } as const;

/** Each thing once, in the order of choice. */
export function cleanSelection({ lang, ...things }: SelectionForm): SelectionForm {
  return {
    lang,
    showIds: [...new Set(things.showIds)],
    personIds: [...new Set(things.personIds)],
    tagSlugs: [...new Set(things.tagSlugs)],
    episodeIds: [...new Set(things.episodeIds)],
  };
}

export function countThings({ showIds, personIds, tagSlugs, episodeIds }: SelectionForm): number {
  return showIds.length + personIds.length + tagSlugs.length + episodeIds.length;
}
