import type { EpisodeView, ShowView } from '#libs/catalog';
import { toLanguage } from '#libs/kernel';
import { accentCss } from '#libs/look';
import type { Region } from '#libs/messages';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { episodeAddress, episodeText } from '../episode/episode-address.js';
import { nameFor } from '../episode/episode-row.js';
import { releaseInTwoZones } from '../episode/local-release.js';
import { playerView } from '../player/episode-player.js';
import { Cover } from '../site/image.js';
import { momentLink } from '../site/link.js';
import { type Page, type Reader, readerOf, type Site } from '../site/site.js';
import { setText, Words } from '../site/words.js';
import { embedCss } from '../style/embed.css.js';
import { EmbedAbout } from './embed-about.js';
import { EmbedPlayer } from './embed-player.js';

export type Theme = 'light' | 'dark';

/** How a host wants it; nothing: as the reader's system does. */
export interface EmbedLook {
  region: Region;
  theme?: Theme;
}

export interface EmbedView {
  episode: EpisodeView;
  show: ShowView;
  /** Before the release: no sound, only that it comes, and when; null: there is no date. */
  teaser?: { releaseAt: Date | null };
  /** Seconds. */
  startAt?: number;
  endAt?: number;
}

/**
 * The player for other sites (`ux` 3.7): no header, nothing stored, nothing asked of a server, works in a frame
 * without an origin (`ux:K-31`); before the release it says when, and becomes the player by itself (`ux:K-35`).
 */
export function embedPage(site: Site, look: EmbedLook, view: EmbedView): Page {
  const reader = readerOf(site, toLanguage(look.region), look.region);
  const { episode, show, teaser, startAt, endAt } = view;
  const text = episodeText(episode, reader.lang)!;
  const title = setText(reader, text.lang, text.title);
  const props = { site, reader, episode, show, title, startAt, endAt };
  const player = teaser ? undefined : playerView(props);
  const page = episodeAddress(site.addresses, episode, reader.lang);
  const href = startAt ? page + momentLink(startAt, episode.timeLinks) : page;
  return toDocument(site, look, {
    title,
    accent: show.accent,
    hasScript: true,
    children: (
      <main className={player?.film ? 'embed film' : 'embed'}>
        <header>
          {player?.film ? null : (
            <Cover
              addresses={site.addresses}
              title={title}
              imageKey={episode.coverKey ?? show.coverKey}
              size={96}
              eager
            />
          )}
          <div className="names">
            <h1>
              <a href={href} target="_blank" rel="noopener">
                <Words reader={reader} lang={text.lang}>
                  {text.title}
                </Words>
              </a>
            </h1>
            <Under reader={reader} episode={episode} show={show} />
          </div>
          <EmbedAbout reader={reader} episode={episode} show={show} address={page} />
        </header>
        {player ? <EmbedPlayer view={player} /> : <Coming reader={reader} show={show} teaser={teaser} />}
      </main>
    ),
  });
}

/** The same frame for what is not there: one sentence. */
export function embedProblemPage(site: Site, look: EmbedLook, kind: 'missing' | 'gone'): Page {
  const { t } = readerOf(site, toLanguage(look.region), look.region);
  const words = t(kind === 'gone' ? 'player.embedGone' : 'player.embedMissing');
  return toDocument(site, look, {
    title: words,
    accent: '',
    hasScript: false,
    children: (
      <main className="embed alone">
        <h1>{words}</h1>
      </main>
    ),
  });
}

function Under({ reader, episode, show }: { reader: Reader; episode: EpisodeView; show: ShowView }) {
  const people = episode.appearances.map(({ person }) => person.name).join(', ');
  const name = nameFor(show.texts, reader, show.language);
  return (
    <p>
      {people ? <span>{people}</span> : null}
      {people && name ? ' · ' : null}
      {name ? (
        <Words reader={reader} lang={name.lang}>
          {name.title}
        </Words>
      ) : null}
    </p>
  );
}

/** Not out yet: when it will be, in the show's time and across the ocean. */
function Coming({ reader, show, teaser }: { reader: Reader; show: ShowView; teaser: EmbedView['teaser'] }) {
  if (!teaser) return <p className="coming">{reader.t('player.embedNothing')}</p>;
  const { releaseAt } = teaser;
  return (
    <p className="coming" data-out-at={releaseAt?.getTime() ?? undefined}>
      <b>{reader.t('player.embedSoon')}</b> {releaseAt ? releaseInTwoZones(reader, releaseAt, show.timeZone) : null}
    </p>
  );
}

/** That scripts run here: the place of what they show is kept from the first drawing. */
const keepPlace = "document.documentElement.className='js'";

interface DocumentProps {
  title: string;
  accent: string;
  hasScript: boolean;
  children: ReactNode;
}

function toDocument(
  site: Site,
  { region, theme }: EmbedLook,
  { title, accent, hasScript, children }: DocumentProps,
): Page {
  const styles = [embedCss, accentCss(accent)].filter((style) => style !== '');
  const scripts = hasScript ? [keepPlace] : [];
  const html = renderToStaticMarkup(
    <html lang={region} dir="ltr" data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        {scripts.map((script) => (
          <script key={script} dangerouslySetInnerHTML={{ __html: script }} />
        ))}
        {styles.map((css, index) => (
          <style key={index} dangerouslySetInnerHTML={{ __html: css }} />
        ))}
        {hasScript ? <script defer src={site.assets.embedScript} /> : null}
      </head>
      <body>{children}</body>
    </html>,
  );
  return { html: `<!doctype html>${html}`, styles, scripts };
}
