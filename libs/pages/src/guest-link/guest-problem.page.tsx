import { type Language, languages } from '#libs/kernel';
import { toPage } from '../layout/document.js';
import { homeAddress, type Page, type Reader, readerOf, type Site } from '../site/site.js';
import { hasSiteText } from '../text/site-text.js';

/** Why a guest's link did not let somebody in. */
export type GuestProblem = 'unknown' | 'wait' | 'many' | 'foreign' | 'teamOnly';

/** Says so, and what to do; in both languages where nobody's is known. Not a word about whether such a link ever was. */
export function guestProblemPage(site: Site, lang: Language | undefined, problem: GuestProblem): Page {
  const reader = readerOf(site, lang ?? site.firstLanguage ?? 'en');
  const shown = lang ? [lang] : [reader.lang, ...languages.filter((each) => each !== reader.lang)];
  return toPage({
    site,
    reader,
    head: {
      title: reader.t('guest.door.title'),
      description: reader.t('guest.frame.description'),
      canonical: homeAddress(site, reader.lang),
      alternates: [],
      robots: 'noindex',
    },
    otherHref: homeAddress(site, reader.lang === 'fr' ? 'en' : 'fr'),
    isBare: true,
    children: (
      <div className="problem">
        <span className="plank" aria-hidden="true" />
        {shown.map((each, index) => (
          <Notice key={each} site={site} reader={readerOf(site, each)} isFirst={index === 0} problem={problem} />
        ))}
      </div>
    ),
  });
}

function Notice(props: { site: Site; reader: Reader; isFirst: boolean; problem: GuestProblem }) {
  const { site, reader, isFirst, problem } = props;
  const { t, lang, region } = reader;
  const Title = isFirst ? 'h1' : 'h2';
  return (
    <section lang={isFirst ? undefined : region}>
      <Title>{t('guest.door.title')}</Title>
      <p>{t(problem === 'unknown' ? 'guest.door.text' : `guest.door.${problem}`)}</p>
      {problem === 'unknown' ? <WhatToDo reader={reader} /> : null}
      <p className="acts">
        <a className="button primary" href={site.addresses.path(homeAddress(site, lang))}>
          {t('public.toHome')}
        </a>
        {hasSiteText(site, 'contact') ? (
          <a className="button" href={site.addresses.path(site.addresses.siteText(lang, 'contact'))}>
            {t('site.contact')}
          </a>
        ) : null}
      </p>
    </section>
  );
}

function WhatToDo({ reader: { t } }: { reader: Reader }) {
  return (
    <>
      <p>
        <b>{t('guest.door.do')}</b>
      </p>
      <ol>
        <li>{t('guest.door.do.mail')}</li>
        <li>{t('guest.door.do.ask')}</li>
      </ol>
    </>
  );
}
