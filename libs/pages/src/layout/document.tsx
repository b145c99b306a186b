import type { ReactElement, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { accentCss } from '#libs/look';
import type { Page, Reader, Site } from '../site/site.js';
import { siteCss, squeeze } from '../style/site.css.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { HeadTags, type HeadView } from './head.js';
import { Offer } from './offer.js';

/**
 * Before anything is drawn: that scripts run here, and the reader's stored theme. The only inline script; its hash is in
 * the content policy.
 */
const themeScript =
  "document.documentElement.classList.add('js');try{var t=localStorage.getItem('theme');if(t)document.documentElement.dataset.theme=t}catch(e){}";

export interface DocumentProps {
  site: Site;
  reader: Reader;
  head: HeadView;
  /** A show's own accent, `#rrggbb`; empty for the house's. */
  accent?: string;
  hasPlayer?: boolean;
  /** The same place in the other language, absolute. */
  otherHref: string;
  /** No language switch, no feeds: for pages that have no twin. */
  isBare?: boolean;
  /** The page has a search of everything in its midst: none above it. */
  hasSearch?: boolean;
  /** Style of this page's own, beyond what every page has. */
  css?: string;
  children: ReactNode;
}

/** A whole HTML document as text, with its inline blocks listed for the content policy. */
export function toPage(props: DocumentProps): Page {
  const styles = [siteCss(props.site.assets), accentCss(props.accent ?? ''), squeeze(props.css ?? '')].filter(
    (style) => style !== '',
  );
  const html = `<!doctype html>${renderToStaticMarkup(<Document {...props} styles={styles} />)}`;
  return { html, styles, scripts: [themeScript] };
}

function Document({ styles, ...props }: DocumentProps & { styles: string[] }): ReactElement {
  const { site, reader, head } = props;
  const { addresses, assets } = site;
  const root = (file: string) => addresses.path(addresses.rootFile(file));
  return (
    <html lang={reader.region} dir="ltr" data-offline={offlinePath(site, reader)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
        <HeadTags site={site} reader={reader} head={head} />
        {site.isStatic ? null : (
          <link rel="preload" href={assets.fontLatin} as="font" type="font/woff2" crossOrigin="" />
        )}
        {styles.map((css, index) => (
          <style key={index} dangerouslySetInnerHTML={{ __html: css }} />
        ))}
        <link rel="icon" href={root('favicon.ico')} sizes="32x32" />
        <link rel="icon" href={root('favicon.svg')} type="image/svg+xml" />
        <link rel="apple-touch-icon" href={root('apple-touch-icon.png')} />
        <link rel="manifest" href={root('manifest.webmanifest')} />
        <Scripts site={site} hasPlayer={props.hasPlayer ?? false} />
      </head>
      <body>
        <a className="skip" href="#content">
          {reader.t('public.skipToContent')}
        </a>
        <Header
          site={site}
          reader={reader}
          otherHref={props.otherHref}
          isBare={props.isBare ?? false}
          hasSearch={props.hasSearch ?? false}
        />
        <main id="content" tabIndex={-1}>
          {props.children}
        </main>
        <Footer site={site} reader={reader} />
        {props.isBare || head.alternates.length < 2 ? null : (
          <Offer site={site} reader={reader} otherHref={props.otherHref} />
        )}
      </body>
    </html>
  );
}

/** The page for when there is no connection, which a small worker keeps ready. */
function offlinePath(site: Site, reader: Reader): string | undefined {
  return site.isStatic ? undefined : `/${reader.lang}/offline`;
}

/** Plain scripts, one file each: browsers also load them from a folder. */
function Scripts({ site, hasPlayer }: { site: Site; hasPlayer: boolean }) {
  const { siteScript, playerScript } = site.assets;
  const sources = hasPlayer ? [siteScript, playerScript] : [siteScript];
  return sources.map((source) => <script key={source} defer src={source} />);
}
