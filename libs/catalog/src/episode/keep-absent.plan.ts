import type { Appearance } from './appearance.entity.js';
import type { AppearanceText } from './appearance-text.entity.js';
import type { AppearanceForm } from './episode-form.plan.js';

type Present = Pick<Appearance, 'personId' | 'organisationUrl' | 'employer'> & {
  texts: readonly Pick<AppearanceText, 'lang' | 'title' | 'disclaimer' | 'biography'>[];
};

/**
 * What a form of the people does not say stays as it is for those who stay: the employer's address, whether it may be
 * named, the biography of each language. A program that knows nothing of them loses nothing.
 */
export function keepAbsent(people: readonly AppearanceForm[], present: readonly Present[]): AppearanceForm[] {
  return people.map((person) => {
    const known = present.find(({ personId }) => personId === person.personId);
    if (!known) return person;
    const texts = person.texts.map((text) => ({
      ...text,
      biography: text.biography ?? known.texts.find(({ lang }) => lang === text.lang)?.biography ?? '',
    }));
    const untold = known.texts.filter(
      ({ lang, title, disclaimer, biography }) =>
        !title && !disclaimer && biography && !texts.some((text) => text.lang === lang),
    );
    return {
      ...person,
      organisationUrl: person.organisationUrl ?? known.organisationUrl,
      employer: person.employer ?? known.employer,
      texts: [
        ...texts,
        ...untold.map(({ lang, title, disclaimer, biography }) => ({ lang, title, disclaimer, biography })),
      ],
    };
  });
}
