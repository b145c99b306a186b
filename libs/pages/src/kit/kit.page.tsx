import { type GuestFrameView, guestLinkPage, guestReader } from '../guest-link/guest-frame.js';
import type { Page, Reader, Site } from '../site/site.js';
import { KitDisclaimer, KitHelp, KitMe } from './kit-about.js';
import { KitFiles } from './kit-files.js';
import { KitEffect, KitLater, KitMails } from './kit-later.js';
import { KitOpening, KitWaiting } from './kit-opening.js';
import { KitParts } from './kit-parts.js';
import { KitShare } from './kit-share.js';
import { kitCss } from './kit.css.js';
import type { KitPageView } from './kit.view.js';

/** What every part of the page is given. */
export interface KitProps {
  site: Site;
  reader: Reader;
  frame: GuestFrameView;
  view: KitPageView;
}

/** The front page behind a guest's link: what to share, ready to be copied (`ux` 2.4). It works without a script. */
export function kitPage(site: Site, frame: GuestFrameView, view: KitPageView): Page {
  return guestLinkPage(site, frame, {
    part: 'kit',
    title: guestReader(site, frame).t('kit.title'),
    css: kitCss,
    children: (reader) => <Body site={site} reader={reader} frame={frame} view={view} />,
  });
}

/** Where the page's forms and links lead: always below the secret, in the language that is looked at. */
export function kitPath({ site, frame }: Pick<KitProps, 'site' | 'frame'>, below = ''): string {
  return `${site.addresses.path(site.addresses.guestLink(frame.secret))}${below}`;
}

function Body(props: KitProps) {
  const { site, view } = props;
  return (
    <>
      <KitOpening {...props} />
      {view.waiting && view.own ? <KitWaiting {...props} waiting={view.waiting} /> : null}
      {view.isClosed ? null : (
        <>
          <KitShare {...props} />
          <KitParts {...props} />
          <KitFiles {...props} />
        </>
      )}
      {view.own ? <KitMe {...props} own={view.own} /> : null}
      <KitDisclaimer {...props} />
      {view.own && !view.isClosed ? (
        <>
          <KitEffect {...props} own={view.own} />
          <KitLater {...props} own={view.own} />
          <KitMails {...props} own={view.own} />
        </>
      ) : null}
      <KitHelp {...props} />
      <script defer src={site.assets.kitScript} />
    </>
  );
}
