import { renderNotes } from '#libs/catalog';
import { type Language, languages } from '#libs/kernel';
import { toPage } from '../layout/document.js';
import { otherLang, type Page, type Reader, readerOf, type Site, siteName } from '../site/site.js';
import { setText } from '../site/words.js';
import { siteBlocksCss } from '../style/site-blocks.css.js';
import { findSiteText, type SiteTextKind } from './site-text.js';

/**
 * Legal notice, privacy or contact: the operator's words; for privacy, without any, what is true of this software as it
 * comes. Headings of the text are the page's second level.
 */
export function siteTextPage(site: Site, lang: Language, kind: SiteTextKind): Page {
  const reader = readerOf(site, lang);
  const { addresses } = site;
  const title = reader.t(`site.${kind}`);
  const first = site.firstLanguage ?? 'en';
  const inOrder = [...languages].sort((a, b) => Number(b === first) - Number(a === first));
  return toPage({
    site,
    reader,
    head: {
      title,
      description: `${title} — ${siteName(site, lang)}`,
      canonical: addresses.siteText(lang, kind),
      alternates: inOrder.map((each) => ({ lang: each, href: addresses.siteText(each, kind) })),
    },
    css: siteBlocksCss,
    otherHref: addresses.siteText(lang === 'fr' ? 'en' : 'fr', kind),
    children: (
      <article className="site-text">
        <h1>{title}</h1>
        <Text site={site} reader={reader} kind={kind} />
        {kind === 'contact' && site.mail ? (
          <p>
            <a className="button primary" href={`mailto:${site.mail}`}>
              {reader.t('site.writeTo', { mail: site.mail })}
            </a>
          </p>
        ) : null}
      </article>
    ),
  });
}

function Text({ site, reader, kind }: { site: Site; reader: Reader; kind: SiteTextKind }) {
  const found = findSiteText(site, reader.lang, kind);
  const usual = kind === 'privacy' ? reader.t('site.privacyText', { name: site.name }) : '';
  const text = found?.text ?? usual;
  if (text === '') return null;
  const lang = found?.lang ?? reader.lang;
  const html = renderNotes(text).replace(/<(\/?)h3>/g, '<$1h2>');
  return (
    <div
      className="prose"
      lang={otherLang(reader, lang)}
      dangerouslySetInnerHTML={{ __html: setText(reader, lang, html) }}
    />
  );
}
