import type { Choices, Named, SelectionForm } from '#libs/catalog';
import type { Language } from '#libs/kernel';

const fields = { show: 'shows', person: 'persons', tag: 'tags', episode: 'episodes' } as const;
/** More names than anybody can choose are no form of ours. */
const mostNames = 500;

/** What an address or a form names; undefined for fields that the form does not have. */
export function readNames(text: string): Named | undefined {
  const names: Record<keyof Named, string[]> = { shows: [], persons: [], tags: [], episodes: [] };
  let count = 0;
  for (const [field, value] of new URLSearchParams(text)) {
    if (!Object.hasOwn(fields, field) || !/^[a-z0-9-]{1,100}$/.test(value) || (count += 1) > mostNames)
      return undefined;
    names[fields[field as keyof typeof fields]].push(value);
  }
  return names;
}

export function toSelection(lang: Language, { shows, persons, tags, episodes }: Choices): SelectionForm {
  return {
    lang,
    showIds: shows.map(({ id }) => id),
    personIds: persons.map(({ id }) => id),
    tagSlugs: tags.map(({ slug }) => slug),
    episodeIds: episodes.map(({ id }) => id),
  };
}
