import { type Language, languages } from '#libs/kernel';
import type { Key } from '#libs/messages';
import { toPage } from '../layout/document.js';
import { type Page, readerOf, type Site } from '../site/site.js';

export type ProblemKind = 'notFound' | 'gone' | 'withdrawn' | 'forbidden' | 'error' | 'busy';

const words: Record<ProblemKind, { status: number; title: Key; text: Key }> = {
  notFound: { status: 404, title: 'public.notFoundTitle', text: 'public.notFoundText' },
  gone: { status: 410, title: 'public.goneTitle', text: 'public.goneText' },
  withdrawn: { status: 410, title: 'public.withdrawnTitle', text: 'public.withdrawnText' },
  forbidden: { status: 451, title: 'site.forbiddenTitle', text: 'site.forbiddenText' },
  error: { status: 500, title: 'public.errorTitle', text: 'public.errorText' },
  busy: { status: 503, title: 'public.busyTitle', text: 'public.busyText' },
};

/** The HTTP status that goes with a problem. */
export function problemStatus(kind: ProblemKind): number {
  return words[kind].status;
}

/**
 * A page that says what is so and where to go on. Under a prefix that is no language (`lang` undefined)
 * it says it in both (`ux` 5.1).
 */
export function problemPage(site: Site, lang: Language | undefined, kind: ProblemKind): Page {
  const { addresses } = site;
  const reader = readerOf(site, lang ?? 'en');
  const { title, text } = words[kind];
  return toPage({
    site,
    reader,
    head: {
      title: reader.t(title),
      description: reader.t(text),
      canonical: addresses.home(reader.lang),
      alternates: [],
      robots: 'noindex',
    },
    otherHref: addresses.home(reader.lang === 'fr' ? 'en' : 'fr'),
    isBare: lang === undefined,
    children: (
      <div className="problem">
        <p className="code" aria-hidden="true">
          {words[kind].status}
        </p>
        {(lang ? [lang] : languages).map((each, index) => {
          const own = readerOf(site, each);
          const Title = index === 0 ? 'h1' : 'h2';
          return (
            <section key={each} lang={each === reader.lang ? undefined : own.region}>
              <Title>{own.t(title)}</Title>
              <p>{own.t(text)}</p>
              <p>
                <a className="button primary" href={addresses.path(addresses.home(each))}>
                  {own.t('public.toHome')}
                </a>
              </p>
            </section>
          );
        })}
      </div>
    ),
  });
}
