import type { Addresses, EpisodeView } from '#libs/catalog';
import { formatTimeCode } from '#libs/kernel';
import { formatDate } from '#libs/messages';
import { episodeAddress } from '../episode/episode-address.js';
import { kindLine } from '../episode/episode-kind.js';
import { momentLink } from '../site/link.js';
import { languageName, otherLang, type Reader } from '../site/site.js';
import { Words } from '../site/words.js';
import type { SearchItem, SearchMoment, SearchPiece } from './search-view.js';

interface Props {
  addresses: Addresses;
  reader: Reader;
  item: SearchItem;
}

/** An episode with the moments in which something was found; each plays from there. */
export function FoundEpisode({ addresses, reader, item }: Props) {
  const { episode, title, from, moments, count } = item;
  const href = addresses.path(episodeAddress(addresses, episode, reader.lang));
  const names = episode.appearances.filter(({ role }) => role !== 'host').map(({ person }) => person.name);
  return (
    <article className="found">
      <p className="over">
        {from ? (
          <Words reader={reader} lang={from.lang}>
            {from.label}
          </Words>
        ) : null}
        {episode.publishedAt ? (
          <time dateTime={episode.publishedAt.toISOString()}>
            {formatDate(reader.region, episode.publishedAt, item.zone)}
          </time>
        ) : null}
      </p>
      <h3>
        <a href={href} lang={otherLang(reader, title.lang)}>
          <Pieces pieces={title.pieces} />
        </a>
      </h3>
      {names.length > 0 ? <p className="names">{names.join(', ')}</p> : null}
      <p className="under">{kindLine(reader, episode)}</p>
      {moments.length > 0 ? (
        <ul className="moments">
          {moments.map((moment, index) => (
            <FoundMoment key={index} reader={reader} episode={episode} href={href} moment={moment} />
          ))}
        </ul>
      ) : null}
      {count > moments.length ? <p className="soft">{reader.t('search.more', { n: count - moments.length })}</p> : null}
    </article>
  );
}

function FoundMoment(props: { reader: Reader; episode: EpisodeView; href: string; moment: SearchMoment }) {
  const { reader, episode, moment } = props;
  const { startMs, lang } = moment;
  const time = startMs === null ? undefined : formatTimeCode(startMs);
  const link = startMs === null ? '' : momentLink(Math.floor(startMs / 1000), episode.timeLinks);
  return (
    <li>
      {time === undefined ? (
        <span className="at" aria-hidden="true" />
      ) : (
        <a className="at" href={props.href + link} aria-label={reader.t('search.play', { time })}>
          <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
            <path d="M1 0v10l9-5z" />
          </svg>
          {time}
        </a>
      )}
      <div>
        <p lang={otherLang(reader, lang)}>
          <Pieces pieces={moment.pieces} />
        </p>
        <p className="what-found">{labelOf(reader, episode, moment)}</p>
      </div>
    </li>
  );
}

/** Where it stands, who said it, and in which language, when it is not the reader's or not the recording's. */
function labelOf(reader: Reader, episode: EpisodeView, { kind, lang, speaker }: SearchMoment): string {
  const language = languageName(reader, lang);
  const isTranslation = kind === 'transcript' && base(lang) !== base(episode.language);
  const inLanguage = isTranslation
    ? reader.t('search.translated', { language })
    : base(lang) === reader.lang || kind === 'person'
      ? ''
      : reader.t('search.inLanguage', { language });
  return [speaker || reader.t(`search.kind.${kind}`), inLanguage].filter(Boolean).join(' · ');
}

function Pieces({ pieces }: { pieces: readonly SearchPiece[] }) {
  return pieces.map(({ text, isHit }, index) => (isHit ? <mark key={index}>{text}</mark> : text));
}

function base(lang: string): string {
  return lang.toLowerCase().split('-')[0]!;
}
