import type { ReactNode } from 'react';
import { toLanguage } from '#libs/kernel';
import type { Region } from '#libs/messages';
import { toPage } from '../layout/document.js';
import { otherLang, type Page, type Reader, readerOf, type Site } from '../site/site.js';
import { guestLinkCss } from './guest-link.css.js';

/** What all pages behind a guest's secret link have in common. */
export interface GuestFrameView {
  secret: string;
  /** `team`: downloads and copies only (`ux:K-05`). */
  role: 'guest' | 'team';
  /** In what the page is shown: the guest's choice, not the show's (`ux:K-06`). */
  region: Region;
  personName: string;
  episode: { title: string; lang: string };
  show: { title: string; lang: string; accent: string };
  /** Where it stands, one plain sentence (`ux:K-01`). */
  sentence: string;
  /** Quotes and clips that wait for an answer. */
  waiting: number;
  /** The parts that there are something in. */
  parts: readonly GuestPart[];
}

export type GuestPart = 'kit' | 'review' | 'me';

export interface GuestPageContent {
  part: GuestPart;
  title: string;
  /** Style of this part's own. */
  css?: string;
  hasPlayer?: boolean;
  children: (reader: Reader) => ReactNode;
}

/** A page behind a guest's link: never indexed, without a word of the secret in its head. Works without a script. */
export function guestLinkPage(site: Site, frame: GuestFrameView, content: GuestPageContent): Page {
  const { addresses } = site;
  const reader = guestReader(site, frame);
  const other = reader.lang === 'fr' ? 'en' : 'fr';
  return toPage({
    site,
    reader,
    accent: frame.show.accent,
    css: guestLinkCss + (content.css ?? ''),
    hasPlayer: content.hasPlayer,
    head: {
      title: content.title,
      description: reader.t('guest.frame.description'),
      canonical: addresses.home(reader.lang),
      alternates: [],
      robots: 'noindex',
    },
    otherHref: `${addresses.guestLink(frame.secret, content.part)}?lang=${other}`,
    children: (
      <div className="desk">
        <Strip site={site} reader={reader} frame={frame} part={content.part} />
        {content.children(reader)}
      </div>
    ),
  });
}

export function guestReader(site: Site, { region }: Pick<GuestFrameView, 'region'>): Reader {
  return readerOf(site, toLanguage(region), region);
}

interface StripProps {
  site: Site;
  reader: Reader;
  frame: GuestFrameView;
  part: GuestPart;
}

function Strip({ site, reader, frame, part }: StripProps) {
  const { t } = reader;
  const { episode, show } = frame;
  return (
    <div className="desk-strip">
      <p className="what-for">
        <span lang={otherLang(reader, show.lang)}>{show.title}</span> · {frame.personName}
        <br />
        <b lang={otherLang(reader, episode.lang)}>{episode.title || t('guest.frame.untitled')}</b>
      </p>
      <p className="desk-state">{frame.role === 'team' ? t('guest.frame.team') : frame.sentence}</p>
      {frame.parts.length > 1 ? (
        <nav aria-label={t('guest.frame.parts')}>
          <ul className="desk-parts">
            {frame.parts.map((each) => (
              <li key={each}>
                <a
                  href={site.addresses.path(site.addresses.guestLink(frame.secret, each))}
                  aria-current={each === part ? 'page' : undefined}
                >
                  {t(`guest.frame.part.${each}`)}
                  {each === 'review' && frame.waiting > 0 ? (
                    <span className="n">
                      {frame.waiting}
                      <span className="sr"> {t('guest.frame.waiting')}</span>
                    </span>
                  ) : null}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </div>
  );
}
