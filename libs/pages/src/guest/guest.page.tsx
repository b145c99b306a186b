import { type GuestView, renderNotes } from '#libs/catalog';
import { type Language, languages, pickText, toLanguage } from '#libs/kernel';
import { formatDate, formatMonth } from '#libs/messages';
import { OwnFeed } from '../choice/own-feed.js';
import { episodeAddress, episodeText } from '../episode/episode-address.js';
import { kindLine } from '../episode/episode-kind.js';
import { nameFor } from '../episode/episode-row.js';
import { Follow } from '../episode/follow.js';
import { toPage } from '../layout/document.js';
import type { HeadView } from '../layout/head.js';
import { Portrait } from '../site/image.js';
import { webLink } from '../site/link.js';
import type { ShareImage } from '../site/share-image.js';
import { otherLang, type Page, type Reader, readerOf, type Site } from '../site/site.js';
import { shortLine, Words } from '../site/words.js';

type GuestAppearance = GuestView['appearances'][number];

/** The page of a person: who they are now, and every appearance with the title and employer of that day (`ux` 3.3). */
export function guestPage(site: Site, lang: Language, guest: GuestView & { card?: ShareImage }): Page {
  const reader = readerOf(site, lang);
  return toPage({
    site,
    reader,
    head: head(site, reader, guest),
    otherHref: site.addresses.guest(lang === 'fr' ? 'en' : 'fr', guest.slug),
    children: <Body site={site} reader={reader} guest={guest} />,
  });
}

function Body({ site, reader, guest }: { site: Site; reader: Reader; guest: GuestView }) {
  const { t } = reader;
  const biography = pickText(guest.texts, reader.lang, reader.lang);
  return (
    <article className="guest">
      <header className="opening guest-opening">
        <Portrait addresses={site.addresses} name={guest.name} photoKey={guest.photoKey} size={200} eager />
        <div>
          <h1>
            {guest.name}
            {guest.pronouns ? <small>{guest.pronouns}</small> : null}
          </h1>
          <Now reader={reader} guest={guest} />
          {biography?.biography.trim() ? (
            <div
              className="prose biography"
              lang={otherLang(reader, biography.lang)}
              dangerouslySetInnerHTML={{ __html: renderNotes(biography.biography) }}
            />
          ) : null}
          <Links reader={reader} guest={guest} />
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
        </>
      ) : null}
    </article>
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

/** One appearance: when, what, and what the person was called then. */
function Then({
  site,
  reader,
  guest,
  appearance,
}: {
  site: Site;
  reader: Reader;
  guest: GuestView;
  appearance: GuestAppearance;
}) {
  const { episode, show } = appearance;
  const { addresses } = site;
  const text = episodeText(episode, reader.lang);
  const showText = nameFor(show.texts, reader, show.language);
  const own = episode.appearances.find((a) => a.person.id === guest.id);
  const ownText = own ? pickText(own.texts, reader.lang, toLanguage(show.language)) : undefined;
  const title = [ownText?.title, own?.organisation].filter(Boolean).join(', ');
  if (!text) return null;
  return (
    <li>
      <p className="month">
        {episode.recordedOn
          ? formatMonth(reader.region, episode.recordedOn)
          : episode.publishedAt
            ? formatMonth(reader.region, episode.publishedAt.toISOString().slice(0, 10))
            : null}
      </p>
      <div>
        {title ? (
          <Words as="p" reader={reader} lang={ownText?.lang ?? reader.lang} className="title-then">
            {title}
          </Words>
        ) : null}
        <h3>
          <a href={addresses.path(episodeAddress(addresses, episode, reader.lang))}>
            <Words reader={reader} lang={text.lang}>
              {text.title}
            </Words>
          </a>
        </h3>
        <p className="under">
          {showText ? (
            <a href={addresses.path(addresses.show(reader.lang, show.slug))}>
              <Words reader={reader} lang={showText.lang}>
                {showText.title}
              </Words>
            </a>
          ) : null}
          <span>{kindLine(reader, episode)}</span>
          {episode.publishedAt ? (
            <span>{formatDate(reader.region, episode.publishedAt, episode.event?.timeZone ?? show.timeZone)}</span>
          ) : null}
        </p>
        {ownText?.disclaimer ? (
          <Words as="p" reader={reader} lang={ownText.lang} className="disclaimer">
            {ownText.disclaimer}
          </Words>
        ) : null}
      </div>
    </li>
  );
}

function head(site: Site, reader: Reader, guest: GuestView & { card?: ShareImage }): HeadView {
  const { addresses } = site;
  const url = addresses.guest(reader.lang, guest.slug);
  const biography = pickText(guest.texts, reader.lang, reader.lang)?.biography;
  return {
    title: guest.name,
    description: shortLine(biography || reader.t('public.guestDescription', { name: guest.name })),
    canonical: url,
    alternates: languages.map((lang) => ({ lang, href: addresses.guest(lang, guest.slug) })),
    feed:
      guest.appearances.length > 0 && !site.isStatic
        ? { title: guest.name, href: addresses.personFeed(guest.slug) }
        : undefined,
    type: 'profile',
    robots: guest.appearances.length === 0 ? 'noindex' : undefined,
    image:
      guest.card ??
      (guest.photoKey
        ? { url: addresses.image(guest.photoKey, 640), width: 640, height: 640, alt: guest.name }
        : undefined),
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'ProfilePage',
      url,
      mainEntity: {
        '@type': 'Person',
        '@id': `${url}#person`,
        name: guest.name,
        url,
        description: biography || undefined,
        image: guest.photoKey ? addresses.image(guest.photoKey, 640) : undefined,
        sameAs: guest.links.flatMap((link) => webLink(link.url)?.href ?? []),
        jobTitle: guest.now?.title || undefined,
        worksFor: guest.now?.organisation ? { '@type': 'Organization', name: guest.now.organisation } : undefined,
        subjectOf: guest.appearances.map(({ episode }) => ({
          '@type': 'PodcastEpisode',
          name: episodeText(episode, reader.lang)?.title,
          url: episodeAddress(addresses, episode, reader.lang),
        })),
      },
    },
  };
}
