import type { ReactNode } from 'react';
import { type Language, languages } from '#libs/kernel';
import type { Key } from '#libs/messages';
import { toPage } from '../layout/document.js';
import { siteBlocksCss } from '../style/site-blocks.css.js';
import { SearchForm } from '../site/search-form.js';
import { homeAddress, type Page, type Reader, readerOf, type Site } from '../site/site.js';

export type ProblemKind = 'notFound' | 'gone' | 'withdrawn' | 'forbidden' | 'error' | 'busy';

const words: Record<ProblemKind, { status: number; title: Key; text: Key }> = {
  notFound: { status: 404, title: 'public.notFoundTitle', text: 'public.notFoundText' },
  gone: { status: 410, title: 'public.goneTitle', text: 'public.goneText' },
  withdrawn: { status: 410, title: 'public.withdrawnTitle', text: 'public.withdrawnText' },
  forbidden: { status: 451, title: 'site.forbiddenTitle', text: 'site.forbiddenText' },
  error: { status: 500, title: 'public.errorTitle', text: 'public.errorText' },
  busy: { status: 503, title: 'site.busyTitle', text: 'public.busyText' },
};

/** The empty reference: whatever address was asked for. */
const sameAddress = '';

/** The HTTP status that goes with a problem. */
export function problemStatus(kind: ProblemKind): number {
  return words[kind].status;
}

/**
 * A page that says what is so and where to go on. Under a prefix that is no language (`lang` undefined)
 * it says it in both (`ux` 5.1).
 */
export function problemPage(site: Site, lang: Language | undefined, kind: ProblemKind): Page {
  const reader = readerOf(site, lang ?? site.firstLanguage ?? 'en');
  const { status, title, text } = words[kind];
  const hasSearch = kind === 'notFound' && lang !== undefined;
  const shown = lang ? [lang] : [reader.lang, ...languages.filter((each) => each !== reader.lang)];
  return noticePage(
    site,
    reader,
    { title, text, isBare: lang === undefined, hasSearch },
    <>
      <p className="code" aria-hidden="true">
        {status}
      </p>
      {shown.map((each, index) => (
        <Notice
          key={each}
          site={site}
          reader={readerOf(site, each)}
          isFirst={index === 0}
          words={{ title, text }}
          hasSearch={hasSearch}
        />
      ))}
    </>,
  );
}

/** What a browser shows when there is no connection; it asks nothing of anybody. */
export function offlinePage(site: Site, lang: Language): Page {
  const reader = readerOf(site, lang);
  const words = { title: 'site.offlineTitle', text: 'site.offlineText' } as const;
  return noticePage(
    site,
    reader,
    { ...words, isBare: true, hasSearch: false },
    <>
      <span className="plank" aria-hidden="true" />
      <Notice site={site} reader={reader} isFirst words={words} hasSearch={false} isPassing />
    </>,
  );
}

function noticePage(
  site: Site,
  reader: Reader,
  { title, text, ...own }: { title: Key; text: Key; isBare: boolean; hasSearch: boolean },
  children: ReactNode,
): Page {
  const head = {
    title: reader.t(title),
    description: reader.t(text),
    canonical: homeAddress(site, reader.lang),
    alternates: [],
    robots: 'noindex' as const,
  };
  const otherHref = homeAddress(site, reader.lang === 'fr' ? 'en' : 'fr');
  return toPage({
    ...{ site, reader, head, otherHref, ...own, css: siteBlocksCss },
    children: <div className="problem">{children}</div>,
  });
}

function Notice(props: {
  site: Site;
  reader: Reader;
  isFirst: boolean;
  words: { title: Key; text: Key };
  hasSearch: boolean;
  /** It may be over by now: the same address is worth another try. */
  isPassing?: boolean;
}) {
  const { site, reader, words, isFirst, isPassing } = props;
  const Title = isFirst ? 'h1' : 'h2';
  return (
    <section lang={isFirst ? undefined : reader.region}>
      <Title>{reader.t(words.title)}</Title>
      <p>{reader.t(words.text)}</p>
      <p className="acts">
        {isPassing ? (
          <a className="button primary" href={sameAddress}>
            {reader.t('site.tryAgain')}
          </a>
        ) : null}
        <a
          className={isPassing ? 'button' : 'button primary'}
          href={site.addresses.path(homeAddress(site, reader.lang))}
        >
          {reader.t('public.toHome')}
        </a>
      </p>
      {props.hasSearch && !site.isStatic ? (
        <SearchForm site={site} reader={reader} label={reader.t('site.notFoundSearch')} isMain />
      ) : null}
    </section>
  );
}
