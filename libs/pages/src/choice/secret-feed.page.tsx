import type { Language } from '#libs/kernel';
import { Follow } from '../episode/follow.js';
import { toPage } from '../layout/document.js';
import { type Page, readerOf, type Site } from '../site/site.js';

/** What somebody sees who opens the address of a feed of their own in a browser. For nobody's cache and no search engine. */
export function secretFeedPage(site: Site, lang: Language, feed: string): Page {
  const reader = readerOf(site, lang);
  const { t } = reader;
  const title = t('kinds.secret.title');
  return toPage({
    site,
    reader,
    head: {
      title,
      description: t('kinds.secret.lead'),
      canonical: site.addresses.home(lang),
      alternates: [],
      robots: 'noindex',
    },
    otherHref: site.addresses.home(lang === 'fr' ? 'en' : 'fr'),
    isBare: true,
    children: (
      <article className="choice">
        <header className="opening">
          <h1>{title}</h1>
          <p className="promise">{t('kinds.secret.lead')}</p>
        </header>
        <Follow
          reader={reader}
          addresses={site.addresses}
          feed={feed}
          title={t('kinds.secret.feed')}
          lead={t('kinds.secret.how')}
        />
      </article>
    ),
  });
}
