import type { ClipView, EpisodeView, QuoteView } from '#libs/catalog';
import { formatTimeCode, toLanguage } from '#libs/kernel';
import { formatDuration } from '#libs/messages';
import { momentLink } from '../site/link.js';
import { languageName, otherLang, type Reader } from '../site/site.js';
import { setText } from '../site/words.js';

interface Props {
  reader: Reader;
  episode: EpisodeView;
}

/** What may be shown by itself: sentences of its people, and parts to hear, each with its moment (`ux` 3.1, 11). */
export function ClipsBlock({ reader, episode }: Props) {
  const { clips, quotes } = episode;
  if (clips.length + quotes.length === 0) return null;
  return (
    <section className="block in-short" aria-labelledby="in-short">
      <h2 id="in-short">{reader.t('clips.title')}</h2>
      {quotes.map((quote) => (
        <Quotation key={quote.id} reader={reader} episode={episode} quote={quote} />
      ))}
      {clips.length > 0 ? (
        <ul className="clips">
          {clips.map((clip) => (
            <Clip key={clip.id} reader={reader} episode={episode} clip={clip} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** The wording in the reader's language where one was approved, else as it was said; who said it, as what, and when. */
function Quotation({ reader, episode, quote }: Props & { quote: QuoteView }) {
  const { t } = reader;
  const isMine = ({ lang }: { lang: string }) => lang.split('-')[0] === reader.lang;
  const text = quote.texts.find(isMine) ?? quote.texts.find(({ isTranslation }) => !isTranslation) ?? quote.texts[0];
  if (!text) return null;
  const who = episode.appearances.find(({ person }) => person.id === quote.personId);
  const words = t('clip.screen.spoken', { text: text.text });
  return (
    <figure className="quotation" id={`quote-${quote.id}`}>
      <blockquote lang={otherLang(reader, text.lang)}>
        <p>{setText(reader, text.lang, words)}</p>
      </blockquote>
      <figcaption>
        {who ? <b>{who.person.name}</b> : null}
        {text.isTranslation ? (
          <span className="soft">
            {' '}
            ·{' '}
            {t('clips.translated', {
              lang: toLanguage(quote.language),
              language: languageName(reader, quote.language),
            })}
          </span>
        ) : null}{' '}
        <Moment
          reader={reader}
          episode={episode}
          range={quote}
          label={t('clips.from', { time: formatTimeCode(quote.startMs) })}
        />
      </figcaption>
    </figure>
  );
}

function Clip({ reader, episode, clip }: Props & { clip: ClipView }) {
  const text = clip.texts.find(({ lang }) => lang.split('-')[0] === reader.lang) ?? clip.texts[0];
  const length = formatDuration(reader.region, clip.endMs - clip.startMs);
  const time = reader.t('clips.from', { time: formatTimeCode(clip.startMs) });
  return (
    <li id={`clip-${clip.id}`}>
      <span className="clip-title" lang={text ? otherLang(reader, text.lang) : undefined}>
        {text ? setText(reader, text.lang, text.title) : null}
      </span>{' '}
      <Moment reader={reader} episode={episode} range={clip} label={`${time} · ${length}`} />
    </li>
  );
}

/** Without a script the page opens there; with one it plays from there, and stops at the end. */
function Moment(props: Props & { range: { startMs: number; endMs: number }; label: string }) {
  const { episode, range, label } = props;
  if (!episode.enclosure) return null;
  const [from, to] = [Math.floor(range.startMs / 1000), Math.ceil(range.endMs / 1000)];
  return (
    <a className="moment" href={`${momentLink(from, episode.timeLinks)}&end=${to}`} data-go={from} data-end={to}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d="M2 1l9 5-9 5z" fill="currentColor" />
      </svg>
      {label}
    </a>
  );
}
