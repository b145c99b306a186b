import { type Person, toPersonRef } from '#libs/people';
import type { CorrectionNote } from '../correction/correction-notes.query.js';
import type { EpisodeCopy } from './episode-copy.entity.js';
import type { AppearanceView } from './episode.view.js';

/** What appearances need beyond their copies, for many episodes at once. */
export interface AppearanceContext {
  persons: Map<string, Person>;
  /** Episode id → what its page says of corrections. */
  corrections: Map<string, CorrectionNote[]>;
}

/** Who appears, with the title of then. An employer that is not to be named is in none of it (`ux:K-24`). */
export function toAppearanceViews(copy: EpisodeCopy, context: AppearanceContext): AppearanceView[] {
  const noted = context.corrections.get(copy.episodeId) ?? [];
  return copy.appearances.flatMap((appearance) => {
    const person = context.persons.get(appearance.personId);
    if (!person) return [];
    const { role, organisation, organisationUrl, employer } = appearance;
    const said = appearance.texts.map(({ lang, title, disclaimer, biography }) => ({
      ...{ lang, title, disclaimer, biography },
    }));
    // A row that holds nothing but a biography is no title: another language's is read instead.
    const titled = said.filter(({ title, disclaimer }) => title !== '' || disclaimer !== '');
    const isNamed = employer === 'named';
    const correctedOn = noted.find(({ personId }) => personId === person.id)?.on ?? null;
    return [
      {
        ...{ person: toPersonRef(person), role, texts: titled.length ? titled : said },
        biographies: said.flatMap(({ lang, biography }) => (biography ? [{ lang, text: biography }] : [])),
        organisation: isNamed ? organisation : '',
        organisationUrl: isNamed ? organisationUrl : '',
        organisationInNotes: employer === 'notes' ? organisation : '',
        correctedOn,
      },
    ];
  });
}
