import { type GuestView, renderNotes } from '#libs/catalog';
import { type Language, pickText } from '#libs/kernel';
import { formatMonth } from '#libs/messages';
import { OwnFeed } from '../choice/own-feed.js';
import { Follow } from '../episode/follow.js';
import { toPage } from '../layout/document.js';
import { Portrait } from '../site/image.js';
import { contactLink, webLink } from '../site/link.js';
import type { ShareImage } from '../site/share-image.js';
import { languageName, otherLang, type Page, type Reader, readerOf, type Site } from '../site/site.js';
import { setText } from '../site/words.js';
import { guestCss } from './guest.css.js';
import { guestHead } from './guest-head.js';
import { Quotes } from './quotes.js';
import { Then } from './then.js';

/** The page of a person: who they are now, and every appearance with the title and employer of that day (`ux` 3.3). */
export function guestPage(site: Site, lang: Language, guest: GuestView & { card?: ShareImage }): Page {
  const reader = readerOf(site, lang);
  return toPage({
    site,
    reader,
    head: guestHead(site, reader, guest),
    css: guestCss,
    otherHref: site.addresses.guest(lang === 'fr' ? 'en' : 'fr', guest.slug),
    children: <Body site={site} reader={reader} guest={guest} />,
  });
}

function Body({ site, reader, guest }: { site: Site; reader: Reader; guest: GuestView }) {
  const { t } = reader;
  return (
    <article className="guest">
      <header className="opening guest-opening">
        <Portrait addresses={site.addresses} name={guest.name} photoKey={guest.photoKey} size={200} eager />
        <div>
          <h1>
            {guest.name}
            {guest.pronouns || guest.pronunciation ? (
              <small>
                {guest.pronunciation ? (
                  <span className="said">{t('guest.page.said', { how: guest.pronunciation })}</span>
                ) : null}
                {guest.pronouns ? <span>{guest.pronouns}</span> : null}
              </small>
            ) : null}
          </h1>
          <Now reader={reader} guest={guest} />
          <Biography reader={reader} guest={guest} />
          <Links reader={reader} guest={guest} />
          <Contact reader={reader} guest={guest} />
        </div>
      </header>
      <section className="block" aria-labelledby="appearances">
        <h2 id="appearances">{t('public.appearances')}</h2>
        <p className="soft">{t('public.appearancesLead', { count: guest.appearances.length })}</p>
        <ol className="then">
          {guest.appearances.map((appearance) => (
            <Then key={appearance.episode.id} site={site} reader={reader} guest={guest} appearance={appearance} />
          ))}
        </ol>
      </section>
      <Quotes site={site} reader={reader} guest={guest} />
      {guest.appearances.length > 0 && !site.isStatic ? (
        <>
          <Follow
            reader={reader}
            addresses={site.addresses}
            feed={site.addresses.personFeed(guest.slug)}
            title={guest.name}
            lead={t('kinds.page.followPerson')}
          />
          <OwnFeed site={site} reader={reader} begin={`person=${guest.slug}`} />
          <aside className="manage">
            <p>
              <b>{t('guest.page.isYou')}</b> {t('guest.page.manage')}
            </p>
          </aside>
        </>
      ) : null}
    </article>
  );
}

/** In the reader's language; in another one it says so, in words and in `lang`. */
function Biography({ reader, guest }: { reader: Reader; guest: GuestView }) {
  const biography = pickText(guest.texts, reader.lang, reader.lang);
  if (!biography?.biography.trim()) return null;
  const other = otherLang(reader, biography.lang);
  const { saidOn } = biography;
  return (
    <>
      {other ? (
        <p className="tag">{reader.t('guest.page.inLanguage', { language: languageName(reader, other) })}</p>
      ) : null}
      <div
        className="prose biography"
        lang={other}
        dangerouslySetInnerHTML={{ __html: setText(reader, biography.lang, renderNotes(biography.biography)) }}
      />
      {saidOn ? (
        <p className="soft dated">{reader.t('guest.page.saidOn', { month: formatMonth(reader.region, saidOn) })}</p>
      ) : null}
    </>
  );
}

function Links({ reader, guest }: { reader: Reader; guest: GuestView }) {
  const links = guest.links.flatMap(({ label, url }) => {
    const link = webLink(url);
    return link ? [{ label: label || link.hostname, href: link.href }] : [];
  });
  if (links.length === 0) return null;
  return (
    <ul className="links" aria-label={reader.t('public.links')}>
      {links.map(({ label, href }) => (
        <li key={href}>
          <a href={href} rel="me noopener">
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Only where the person wants to be written to (`ux` 3.3). */
function Contact({ reader, guest }: { reader: Reader; guest: GuestView }) {
  const href = contactLink(guest.contact ?? '');
  if (!href) return null;
  return (
    <p className="write">
      <a className="button" href={href} rel="noopener">
        {reader.t('guest.page.write', { name: guest.name })}
      </a>
    </p>
  );
}

function Now({ reader, guest }: { reader: Reader; guest: GuestView }) {
  const { now } = guest;
  if (!now || !(now.title || now.organisation)) return null;
  const link = webLink(now.organisationUrl);
  const organisation = link ? (
    <a href={link.href} rel="noopener">
      {now.organisation}
    </a>
  ) : (
    now.organisation
  );
  return (
    <p className="now">
      <span className="tag">{reader.t('public.now')}</span> {now.title}
      {now.title && now.organisation ? ', ' : ''}
      {organisation}
    </p>
  );
}
