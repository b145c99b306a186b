import { listenWays, type ShowView } from '#libs/catalog';
import { type Language, languages, toLanguage } from '#libs/kernel';
import { FeedAddress } from '../episode/follow.js';
import { nameFor } from '../episode/episode-row.js';
import { FollowForm } from '../followers/follow-form.js';
import { Breadcrumb } from '../layout/breadcrumb.js';
import { toPage } from '../layout/document.js';
import { Cover } from '../site/image.js';
import { QrCode } from '../site/qr.js';
import type { ShareImage } from '../site/share-image.js';
import { type Page, type Reader, readerOf, type Site } from '../site/site.js';
import { setText } from '../site/words.js';
import { siteBlocksCss } from '../style/site-blocks.css.js';
import { showTitle } from './show-texts.js';

export interface FollowPageView {
  show: ShowView;
  card?: ShareImage;
}

/** Every way to follow a show, in equal weight: an app, RSS, mail; and a code to print or to go on with on a phone. */
export function followPage(site: Site, lang: Language, { show, card }: FollowPageView): Page {
  const reader = readerOf(site, lang, show.language);
  const { addresses } = site;
  const home = toLanguage(show.language);
  const name = setText(reader, nameFor(show.texts, reader, show.language)?.lang ?? lang, showTitle(show, reader));
  const title = reader.t('site.followTitle', { title: name });
  return toPage({
    site,
    reader,
    head: {
      title,
      description: reader.t('site.followPageLead'),
      canonical: addresses.followPage(lang, show.slug),
      alternates: [...languages]
        .sort((a, b) => Number(b === home) - Number(a === home))
        .map((each) => ({ lang: each, href: addresses.followPage(each, show.slug) })),
      feed: { title: name, href: addresses.showFeed(show.slug) },
      image: card ?? coverImage(addresses, show, name),
    },
    accent: show.accent,
    css: siteBlocksCss,
    otherHref: addresses.followPage(lang === 'fr' ? 'en' : 'fr', show.slug),
    children: (
      <article className="follow-page">
        <Opening site={site} reader={reader} show={show} title={title} name={name} />
        <div className="ways">
          <ByApp site={site} reader={reader} show={show} />
          <ByFeed site={site} reader={reader} show={show} name={name} />
          <ByMail site={site} reader={reader} show={show} />
        </div>
        <OnPhone site={site} reader={reader} show={show} />
      </article>
    ),
  });
}

function coverImage(addresses: Site['addresses'], { coverKey }: ShowView, alt: string): ShareImage | undefined {
  return coverKey ? { url: addresses.image(coverKey, 1400), width: 1400, height: 1400, alt } : undefined;
}

interface Part {
  site: Site;
  reader: Reader;
  show: ShowView;
}

function Opening({ site, reader, show, title, name }: Part & { title: string; name: string }) {
  const { addresses } = site;
  const lang = nameFor(show.texts, reader, show.language)?.lang ?? reader.lang;
  return (
    <header className="opening follow-opening">
      <Cover addresses={addresses} title={name} imageKey={show.coverKey} size={120} eager />
      <div>
        <Breadcrumb
          addresses={addresses}
          reader={reader}
          crumbs={[{ label: name, lang, href: addresses.show(reader.lang, show.slug) }]}
        />
        <h1>{title}</h1>
        <p className="promise">{reader.t('site.followPageLead')}</p>
      </div>
    </header>
  );
}

function ByApp({ site, reader, show }: Part) {
  const { t } = reader;
  return (
    <section className="way" aria-labelledby="by-app">
      <h2 id="by-app">{t('site.byApp')}</h2>
      <p>{t('site.byAppLead')}</p>
      <ul className="apps">
        {listenWays(site.addresses.showFeed(show.slug), show.page.apps).map(({ app, name, href }) => (
          <li key={app}>
            <a className="button" href={href} rel="noopener" aria-label={t('public.openIn', { app: name })}>
              {name}
            </a>
          </li>
        ))}
      </ul>
      <p className="soft">{t('site.byAppNot')}</p>
    </section>
  );
}

function ByFeed({ site, reader, show, name }: Part & { name: string }) {
  const { t } = reader;
  const { addresses } = site;
  const feed = addresses.showFeed(show.slug);
  return (
    <section className="way" aria-labelledby="by-feed">
      <h2 id="by-feed">{t('site.byFeed')}</h2>
      <p>{t('site.byFeedLead')}</p>
      <FeedAddress reader={reader} feed={feed} title={name} />
      <p>
        <a href={addresses.path(feed)}>{t('site.openFeed')}</a>
      </p>
      <p className="soft">
        {t('site.otherFeedsLead')}{' '}
        <a href={`${addresses.path(addresses.choice(reader.lang))}?show=${show.slug}`}>{t('site.otherFeeds')}</a>
      </p>
    </section>
  );
}

function ByMail({ site, reader, show }: Part) {
  const { t } = reader;
  return (
    <section className="way" aria-labelledby="by-mail">
      <h2 id="by-mail">{t('site.byMail')}</h2>
      <p>{t('site.byMailLead')}</p>
      <FollowForm
        site={site}
        reader={reader}
        target={{ kind: 'show', id: show.id }}
        submit={t('followers.show.submit')}
      />
    </section>
  );
}

/** Where a phone is not what one reads on, and on paper. */
function OnPhone({ site, reader, show }: Part) {
  const { t } = reader;
  const address = site.addresses.followShort(show.slug);
  return (
    <section className="on-phone-page" aria-labelledby="on-phone">
      <QrCode text={address} label={t('site.onPhone')} size={168} />
      <div>
        <h2 id="on-phone">{t('site.onPhone')}</h2>
        <p>{t('site.onPhoneText')}</p>
        <p className="short-address">{address.replace(/^https?:\/\//, '')}</p>
      </div>
    </section>
  );
}
