import { type EpisodeTextView, renderNotes } from '#libs/catalog';
import { ClipsBlock } from '../clip/clips-block.js';
import { EpisodePlayer } from '../player/episode-player.js';
import { ShareBlock } from '../player/share-block.js';
import { Corrections } from '../person/corrections.js';
import { Parts } from '../series/parts.js';
import { otherLang, type Reader, type Site } from '../site/site.js';
import { Paragraphs, setText } from '../site/words.js';
import { Acts } from './acts.js';
import { Chapters } from './chapters.js';
import { Credits } from './credits.js';
import { episodeText } from './episode-address.js';
import { EpisodeOpening, isFilm, Speakers } from './episode-opening.js';
import { EpisodeSide } from './episode-side.js';
import type { EpisodePageView } from './episode.page.js';
import { Files } from './files.js';
import { GuestEntry } from './guest-entry.js';
import { Neighbours } from './neighbours.js';
import { OnPaper } from './on-paper.js';
import { Related } from './related.js';
import { SoundNotes } from './sound-notes.js';
import { Takeaways } from './takeaways.js';
import { TalkFacts } from './talk-facts.js';
import { Topics } from './topics.js';
import { Transcript } from './transcript.js';

interface Props {
  site: Site;
  reader: Reader;
  view: EpisodePageView;
}

/** Everything between header and footer: who and what first, then the sound, then what to keep of it (`ux` 3.1). */
export function EpisodeBody(props: Props) {
  const { site, reader, view } = props;
  const { episode, show, event } = view;
  const text = episodeText(episode, reader.lang)!;
  const title = setText(reader, text.lang, text.title);
  const zone = event?.timeZone ?? show.timeZone;
  return (
    <article className={event ? 'episode talk' : 'episode'}>
      <EpisodeOpening {...props} text={text} />
      <Sound {...props} title={title} />
      <OnPaper site={site} reader={reader} episode={episode} />
      <div className="columns">
        <div className="main">
          <Summary {...props} text={text} />
          <Takeaways reader={reader} episode={episode} text={text} />
          <Acts {...props} />
          {event ? <TalkFacts reader={reader} episode={episode} event={event} /> : null}
          <Parts site={site} reader={reader} episode={episode} parts={view.parts ?? []} zone={zone} />
          <Chapters
            reader={reader}
            chapters={episode.chapters}
            language={episode.language}
            timeLinks={episode.timeLinks}
          />
          <ClipsBlock reader={reader} episode={episode} />
          <Notes {...props} text={text} />
          <Corrections reader={reader} episode={episode} zone={zone} />
          <Files site={site} reader={reader} episode={episode} />
          <Transcript site={site} reader={reader} view={view} />
          <Topics site={site} reader={reader} tags={episode.tags} />
          <Credits
            reader={reader}
            episode={episode}
            releases={view.releases ?? []}
            copyright={show.copyright}
            zone={zone}
          />
        </div>
        <EpisodeSide site={site} reader={reader} view={view} />
      </div>
      <Neighbours site={site} reader={reader} neighbours={view.neighbours ?? {}} room={episode.room} />
      <Related site={site} reader={reader} episode={episode} related={view.related} />
      <div className="columns">
        <ShareBlock site={site} reader={reader} episode={episode} title={title} />
        <GuestEntry site={site} reader={reader} show={show} isTalk={event !== undefined} />
      </div>
    </article>
  );
}

function Sound({ site, reader, view, title }: Props & { title: string }) {
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
      {isFilm(view) ? (
        <div className="speakers">
          <Speakers site={site} reader={reader} view={view} />
        </div>
      ) : null}
      <SoundNotes reader={reader} notes={episode.soundNotes} timeLinks={episode.timeLinks} />
    </>
  );
}

function Summary({ reader, text }: Props & { text: EpisodeTextView }) {
  if (!text.summary) return null;
  return (
    <section className="block summary" lang={otherLang(reader, text.lang)} aria-label={reader.t('public.summary')}>
      <Paragraphs text={text.summary} reader={reader} lang={text.lang} />
    </section>
  );
}

function Notes({ reader, text }: Props & { text: EpisodeTextView }) {
  if (!text.notes.trim()) return null;
  return (
    <section className="block" aria-labelledby="notes">
      <h2 id="notes">{reader.t('public.notes')}</h2>
      <div
        className="prose"
        lang={otherLang(reader, text.lang)}
        dangerouslySetInnerHTML={{ __html: setText(reader, text.lang, renderNotes(text.notes)) }}
      />
    </section>
  );
}
