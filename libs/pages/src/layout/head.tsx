import { languages } from '#libs/kernel';
import { palettes } from '#libs/look';
import type { ShareImage } from '../site/share-image.js';
import type { Reader, Site } from '../site/site.js';

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
  /** Absolute; `alt` in the page's language. */
  /** A list of feeds for apps. */
  opml?: { title: string; href: string };
  image?: ShareImage;
  audio?: { url: string; mime: string };
  type?: 'website' | 'profile';
  robots?: 'noindex';
  jsonLd?: unknown;
}

const indexed = 'index,follow,max-image-preview:large,max-snippet:-1,max-video-preview:-1';

/** Every tag of `ux` 3.0 that there is data for; all addresses absolute. */
export function HeadTags({ site, reader, head }: { site: Site; reader: Reader; head: HeadView }) {
  const fullTitle = head.title === site.name ? site.name : `${head.title} — ${site.name}`;
  const [first] = head.alternates;
  return (
    <>
      <title>{fullTitle}</title>
      <meta name="description" content={head.description} />
      <meta name="robots" content={head.robots ?? indexed} />
      {head.robots ? null : <link rel="canonical" href={head.canonical} />}
      {head.alternates.length > 1
        ? head.alternates.map(({ lang, href }) => (
            <link
              key={lang}
              rel="alternate"
              hrefLang={lang === reader.lang ? reader.region : site.regions[lang]}
              href={href}
            />
          ))
        : null}
      {head.alternates.length > 1 && first ? <link rel="alternate" hrefLang="x-default" href={first.href} /> : null}
      {head.feed ? (
        <link rel="alternate" type="application/rss+xml" title={head.feed.title} href={head.feed.href} />
      ) : null}
      {head.opml ? <link rel="alternate" type="text/x-opml" title={head.opml.title} href={head.opml.href} /> : null}
      <meta name="theme-color" content={palettes.light.paper} media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content={palettes.dark.paper} media="(prefers-color-scheme: dark)" />
      <OpenGraph site={site} reader={reader} head={head} />
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
      {og('site_name', site.name)}
      {og('type', head.type ?? 'website')}
      {og('locale', reader.region.replace('-', '_'))}
      {others.map((lang) => (
        <meta key={lang} property="og:locale:alternate" content={site.regions[lang].replace('-', '_')} />
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
      <meta
        name="twitter:card"
        content={head.image && head.image.width > head.image.height ? 'summary_large_image' : 'summary'}
      />
    </>
  );
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
