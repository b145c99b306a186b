import type { Language } from '#libs/kernel';
import { Follow } from '../episode/follow.js';
import { toPage } from '../layout/document.js';
import { type Page, readerOf, type Site } from '../site/site.js';
import { choiceHead } from './choice.page.js';

/** Shows the address of a feed of one's own, once, with ways to open it. For nobody's cache and no search engine. */
export function choiceMadePage(site: Site, lang: Language, feed: string): Page {
  const reader = readerOf(site, lang);
  const { t } = reader;
  const { addresses } = site;
  return toPage({
    site,
    reader,
    head: { ...choiceHead(site, reader), title: t('kinds.choice.madeTitle'), robots: 'noindex' },
    otherHref: addresses.choice(lang === 'fr' ? 'en' : 'fr'),
    children: (
      <article className="choice">
        <header className="opening">
          <h1>{t('kinds.choice.madeTitle')}</h1>
          <p className="promise">{t('kinds.choice.madeLead')}</p>
        </header>
        <Follow
          reader={reader}
          addresses={addresses}
          feed={feed}
          title={t('kinds.choice.madeFeed')}
          lead={t('kinds.choice.madeHow')}
        />
        <p className="soft">{t('kinds.choice.madeKept')}</p>
        <p>
          <a href={addresses.path(addresses.choice(lang))}>{t('kinds.choice.again')}</a>
        </p>
      </article>
    ),
  });
}
