import { type Language, languages } from '#libs/kernel';
import { toPage } from '../layout/document.js';
import { type Page, readerOf, type Site } from '../site/site.js';

/** Why a guest's link did not let somebody in. */
export type GuestProblem = 'unknown' | 'wait' | 'many' | 'foreign' | 'teamOnly';

/** Says so, and what to do; in both languages where nobody's is known. Not a word about whether such a link ever was. */
export function guestProblemPage(site: Site, lang: Language | undefined, problem: GuestProblem): Page {
  const { addresses } = site;
  const reader = readerOf(site, lang ?? 'en');
  return toPage({
    site,
    reader,
    head: {
      title: reader.t('guest.door.title'),
      description: reader.t('guest.frame.description'),
      canonical: addresses.home(reader.lang),
      alternates: [],
      robots: 'noindex',
    },
    otherHref: addresses.home(reader.lang === 'fr' ? 'en' : 'fr'),
    isBare: true,
    children: (
      <div className="problem">
        {(lang ? [lang] : languages).map((each, index) => {
          const { t, region } = readerOf(site, each);
          const Title = index === 0 ? 'h1' : 'h2';
          return (
            <section key={each} lang={each === reader.lang ? undefined : region}>
              <Title>{t('guest.door.title')}</Title>
              <p>{t(problem === 'unknown' ? 'guest.door.text' : `guest.door.${problem}`)}</p>
            </section>
          );
        })}
      </div>
    ),
  });
}
