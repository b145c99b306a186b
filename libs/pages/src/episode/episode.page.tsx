import { type EpisodeView, type EventView, renderNotes, type ShowView, type TranscriptView } from '#libs/catalog';
import type { Language } from '#libs/kernel';
import { Breadcrumb } from '../layout/breadcrumb.js';
import { toPage } from '../layout/document.js';
import { Appearances } from '../person/appearances.js';
import { EpisodePlayer } from '../player/episode-player.js';
import { ShareBlock } from '../player/share-block.js';
import type { ShareImage } from '../site/share-image.js';
import { languageName, otherLang, type Page, type Reader, readerOf, type Site } from '../site/site.js';
import { Paragraphs, Words } from '../site/words.js';
import { Chapters } from './chapters.js';
import { episodeAddress, episodeText } from './episode-address.js';
import { episodeCrumbs, episodeHead } from './episode-head.js';
import { EpisodeSide } from './episode-side.js';
import { kindLine } from './episode-kind.js';
import { EpisodeRow } from './episode-row.js';
import { SoundNotes } from './sound-notes.js';
import { TalkFacts } from './talk-facts.js';
import { Topics } from './topics.js';
import { Transcript } from './transcript.js';

export interface EpisodePageView {
  episode: EpisodeView;
  show: ShowView;
  /** Set for a talk. */
  event?: EventView;
  /** Other episodes of the show, or talks of the event; a few. */
  more: EpisodeView[];
  /** The one of its texts that `chooseTranscript` names, with its words. */
  transcript?: TranscriptView;
  /** Seconds: where the address asks to begin. */
  startAt?: number;
  /** Seconds: where the passage that it names ends. */
  endAt?: number;
  /** The card of this page for places where its link is shared; without one the cover stands for it. */
  card?: ShareImage;
}

/** The page of an episode or, with an event, of a talk (`ux` 3.1, 3.2), in the order of the text there. */
export function episodePage(site: Site, lang: Language, view: EpisodePageView): Page {
  const { episode, show } = view;
  const reader = readerOf(site, lang, show.language);
  const { addresses } = site;
  return toPage({
    site,
    reader,
    head: episodeHead(site, reader, view),
    accent: show.accent,
    hasPlayer: episode.enclosure !== null,
    otherHref: episodeAddress(addresses, episode, lang === 'fr' ? 'en' : 'fr'),
    children: <EpisodeBody site={site} reader={reader} view={view} />,
  });
}

function EpisodeBody({ site, reader, view }: { site: Site; reader: Reader; view: EpisodePageView }) {
  const { episode, show, event } = view;
  const { addresses } = site;
  const text = episodeText(episode, reader.lang)!;
  const home = show.language;
  const isForeign = otherLang(reader, text.lang) !== undefined;
  return (
    <article className="episode">
      <header className="opening">
        <Breadcrumb addresses={addresses} reader={reader} crumbs={episodeCrumbs(site, reader, view)} />
        <Words as="h1" reader={reader} lang={text.lang} className={sizeOf(text.title)}>
          {text.title}
        </Words>
        <Appearances
          addresses={addresses}
          reader={reader}
          appearances={episode.appearances}
          home={home}
          recordedOn={recordedOn(view)}
        />
        <p className="what">
          <span>{kindLine(reader, episode)}</span>
          {episode.explicit ? <span className="tag">{reader.t('public.explicit')}</span> : null}
          {isForeign ? <span>{reader.t('public.onlyIn', { language: languageName(reader, text.lang) })}</span> : null}
        </p>
      </header>
      <Sound site={site} reader={reader} view={view} title={text.title} />
      <div className="columns">
        <div className="main">
          {event ? <TalkFacts reader={reader} episode={episode} event={event} /> : null}
          {text.summary ? (
            <section
              className="block summary"
              lang={otherLang(reader, text.lang)}
              aria-label={reader.t('public.summary')}
            >
              <Paragraphs text={text.summary} />
            </section>
          ) : null}
          <Chapters
            reader={reader}
            chapters={episode.chapters}
            language={episode.language}
            timeLinks={episode.timeLinks}
          />
          {text.notes.trim() ? (
            <section className="block" aria-labelledby="notes">
              <h2 id="notes">{reader.t('public.notes')}</h2>
              <div
                className="prose"
                lang={otherLang(reader, text.lang)}
                dangerouslySetInnerHTML={{ __html: renderNotes(text.notes) }}
              />
            </section>
          ) : null}
          <Transcript site={site} reader={reader} view={view} />
          <Topics site={site} reader={reader} tags={episode.tags} />
          <Licences reader={reader} lines={episode.licences} />
          <ShareBlock site={site} reader={reader} episode={episode} title={text.title} />
        </div>
        <EpisodeSide site={site} reader={reader} view={view} />
      </div>
      <More site={site} reader={reader} view={view} />
    </article>
  );
}

function Sound({ site, reader, view, title }: { site: Site; reader: Reader; view: EpisodePageView; title: string }) {
  const { episode, show, startAt, endAt } = view;
  if (!episode.enclosure) return <p className="no-audio">{reader.t('public.noAudio')}</p>;
  return (
    <>
      <EpisodePlayer
        site={site}
        reader={reader}
        episode={episode}
        show={show}
        title={title}
        startAt={startAt}
        endAt={endAt}
      />
      <SoundNotes reader={reader} notes={episode.soundNotes} timeLinks={episode.timeLinks} />
    </>
  );
}

/** Who made the music and jingles, and under which licence: a line each, as its producer wrote it. */
function Licences({ reader, lines }: { reader: Reader; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="block" aria-labelledby="pieces">
      <h2 id="pieces">{reader.t('public.pieces')}</h2>
      <Paragraphs text={lines.join('\n\n')} />
    </section>
  );
}

function More({ site, reader, view }: { site: Site; reader: Reader; view: EpisodePageView }) {
  const { more, show, event } = view;
  if (more.length === 0) return null;
  return (
    <section className="block more" aria-labelledby="more">
      <h2 id="more">{reader.t(event ? 'public.moreFromEvent' : 'public.more')}</h2>
      {more.map((episode) => (
        <EpisodeRow
          key={episode.id}
          addresses={site.addresses}
          reader={reader}
          episode={episode}
          zone={event?.timeZone ?? show.timeZone}
        />
      ))}
    </section>
  );
}

/** Long titles are set smaller, so that Play stays on a phone's first screen (`ux` L-01). */
function sizeOf(title: string): string | undefined {
  return title.length > 75 ? 'longer' : title.length > 45 ? 'long' : undefined;
}

/** The "as of" of every title; a talk without a date of its own has its programme's. */
function recordedOn({ episode, event }: EpisodePageView): string | null {
  return episode.recordedOn ?? (event ? event.startsOn : null);
}
