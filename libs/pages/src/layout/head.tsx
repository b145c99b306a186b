import { languages } from '#libs/kernel';
import { palettes } from '#libs/look';
import type { ShareImage } from '../site/share-image.js';
import { type Reader, type Site, siteName } from '../site/site.js';

/** What a page says about itself to browsers, search engines and the places where its link is shared. */
export interface HeadView {
  /** Without the site's name. */
  title: string;
  description: string;
  /** Absolute address of this page in each language that it has a text in; the first is the default one. */
  alternates: { lang: 'en' | 'fr'; href: string }[];
  canonical: string;
  /** The one feed of this page. */
  feed?: { title: string; href: string };
  /** A list of feeds for apps. */
  opml?: { title: string; href: string };
  image?: ShareImage;
  audio?: { url: string; mime: string };
  /** The film beside the sound, absolute. */
  video?: { url: string; mime: string };
  /** The player in a frame, absolute; told over https only. */
  player?: { url: string; width: number; height: number };
  /** Where embedding is described, absolute. */
  oembed?: { title: string; json: string; xml: string };
  /** `@name@instance` of who speaks; the site's own without any. */
  creators?: string[];
  type?: 'website' | 'profile' | 'video.other';
  robots?: 'noindex';
  jsonLd?: unknown;
}

const indexed = 'index,follow,max-image-preview:large,max-snippet:-1,max-video-preview:-1';

/** Every tag of `ux` 3.0 that there is data for; all addresses absolute. */
export function HeadTags({ site, reader, head }: { site: Site; reader: Reader; head: HeadView }) {
  const name = siteName(site, reader.lang);
  const fullTitle = head.title === name ? name : `${head.title} — ${name}`;
  const [first] = head.alternates;
  return (
    <>
      <title>{fullTitle}</title>
      <meta name="description" content={head.description} />
      <meta name="robots" content={head.robots ?? indexed} />
      {head.robots ? null : <link rel="canonical" href={head.canonical} />}
      {head.alternates.length > 1
        ? head.alternates.map(({ lang, href }) => (
            <link key={lang} rel="alternate" hrefLang={reader.regions[lang]} href={href} />
          ))
        : null}
      {head.alternates.length > 1 && first ? <link rel="alternate" hrefLang="x-default" href={first.href} /> : null}
      {head.feed ? (
        <link rel="alternate" type="application/rss+xml" title={head.feed.title} href={head.feed.href} />
      ) : null}
      {head.opml ? <link rel="alternate" type="text/x-opml" title={head.opml.title} href={head.opml.href} /> : null}
      {head.oembed ? (
        <>
          <link rel="alternate" type="application/json+oembed" title={head.oembed.title} href={head.oembed.json} />
          <link rel="alternate" type="text/xml+oembed" title={head.oembed.title} href={head.oembed.xml} />
        </>
      ) : null}
      {site.isStatic ? null : (
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          title={name}
          href={site.addresses.path(site.addresses.rootFile(`opensearch.xml?lang=${reader.lang}`))}
        />
      )}
      <meta name="theme-color" content={palettes.light.paper} media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content={palettes.dark.paper} media="(prefers-color-scheme: dark)" />
      <OpenGraph site={site} reader={reader} head={head} />
      <Creators site={site} names={head.creators ?? []} />
      {head.jsonLd ? <JsonLd data={head.jsonLd} /> : null}
    </>
  );
}

function OpenGraph({ site, reader, head }: { site: Site; reader: Reader; head: HeadView }) {
  const others = languages.filter((lang) => lang !== reader.lang && head.alternates.some((a) => a.lang === lang));
  const og = (property: string, content: string | number) => (
    <meta property={`og:${property}`} content={String(content)} />
  );
  return (
    <>
      {og('site_name', siteName(site, reader.lang))}
      {og('type', head.type ?? 'website')}
      {og('locale', reader.region.replace('-', '_'))}
      {others.map((lang) => (
        <meta key={lang} property="og:locale:alternate" content={reader.regions[lang].replace('-', '_')} />
      ))}
      {og('title', head.title)}
      {og('description', head.description)}
      {og('url', head.canonical)}
      {head.image ? (
        <>
          {og('image', head.image.url)}
          {og('image:width', head.image.width)}
          {og('image:height', head.image.height)}
          {og('image:alt', head.image.alt)}
        </>
      ) : null}
      {head.audio ? (
        <>
          {og('audio', head.audio.url)}
          {og('audio:type', head.audio.mime)}
        </>
      ) : null}
      {head.video ? (
        <>
          {og('video', head.video.url)}
          {og('video:type', head.video.mime)}
        </>
      ) : null}
      <TwitterCard head={head} />
    </>
  );
}

/** The player in a frame where there is one that a page over https may show; else the picture, large when it is wide. */
function TwitterCard({ head: { image, player } }: { head: HeadView }) {
  if (player?.url.startsWith('https:') && image) {
    return (
      <>
        <meta name="twitter:card" content="player" />
        <meta name="twitter:player" content={player.url} />
        <meta name="twitter:player:width" content={String(player.width)} />
        <meta name="twitter:player:height" content={String(player.height)} />
      </>
    );
  }
  return <meta name="twitter:card" content={image && image.width > image.height ? 'summary_large_image' : 'summary'} />;
}

/** Who is named as the author where the link is shared in the fediverse: those who speak, else the site. */
function Creators({ site, names }: { site: Site; names: readonly string[] }) {
  const all = names.filter((name) => name !== '');
  const shown = all.length > 0 ? all : site.fediverse ? [site.fediverse] : [];
  return [...new Set(shown)].map((name) => <meta key={name} name="fediverse:creator" content={name} />);
}

/** Written by a JSON encoder with `<` escaped, so that no title can end the block (`ux` 3.0). */
function JsonLd({ data }: { data: unknown }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: encodeJsonLd(data) }} />;
}

export function encodeJsonLd(data: unknown): string {
  return JSON.stringify(data)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}
