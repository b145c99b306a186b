import { formatTimeCode } from '#libs/kernel';
import { waveformPath } from '#libs/look';
import { aboutBlock } from '../player/about.js';
import { FilmTools, PlayButton, Volume } from '../player/controls.js';
import { Media, Seek } from '../player/media.js';
import type { PlayerView } from '../player/player.view.js';
import { momentLink } from '../site/link.js';
import { Words } from '../site/words.js';

/** So many chapters are within reach of a small frame. */
const most = 60;
const bars = 100;

/** The same player in 152 px, and with its chapters in 232 (`ux:K-32`); the browser's own controls without script. */
export function EmbedPlayer({ view }: { view: PlayerView }) {
  const { reader, film } = view;
  return (
    <section
      className="player"
      id="player"
      aria-label={reader.t('public.player', { title: view.title })}
      data-player={view.episodeId}
    >
      <Media view={view} />
      <div className="bar">
        <div data-controls="" hidden>
          <PlayButton reader={reader} />
        </div>
        <div className="wave">
          {film ? null : (
            <svg viewBox={`0 0 ${bars * 3} 80`} preserveAspectRatio="none" aria-hidden="true">
              <path id="wave" d={waveformPath(view.peaks.length > 0 ? view.peaks : [0], bars, 80)} />
              <use href="#wave" className="played" />
            </svg>
          )}
          <Seek view={view} />
        </div>
      </div>
      <Small view={view} />
      <p className="said">
        <span role="status" data-said="" />{' '}
        <a href="#player" data-next="" hidden>
          {reader.t('player.retry')}
        </a>
      </p>
      <p className="sr" role="status" data-spoken="" />
      <Chapters view={view} />
      <script type="application/json" data-about="" dangerouslySetInnerHTML={{ __html: aboutBlock(view) }} />
    </section>
  );
}

function Small({ view }: { view: PlayerView }) {
  const { reader, film } = view;
  const { t, region } = reader;
  return (
    <div className="small" data-controls="" hidden>
      <span>
        <span data-now="">0:00</span> / {formatTimeCode(view.durationMs)}
      </span>
      <button type="button" aria-label={t('player.back10')} data-skip={-10}>
        −10
      </button>
      <button type="button" aria-label={t('player.forward10')} data-skip={10}>
        +10
      </button>
      <select data-speed="" defaultValue="1" aria-label={t('public.speed')}>
        {[0.5, 0.8, 1, 1.2, 1.5, 2, 3].map((speed) => (
          <option key={speed} value={speed}>{`${new Intl.NumberFormat(region).format(speed)}×`}</option>
        ))}
      </select>
      {film ? (
        <>
          <Volume reader={reader} />
          <FilmTools reader={reader} film={film} />
        </>
      ) : null}
    </div>
  );
}

function Chapters({ view }: { view: PlayerView }) {
  const { chapters, reader, language, timeLinks } = view;
  if (chapters.length === 0) return null;
  return (
    <ol className="chapters" aria-label={reader.t('public.chapters')}>
      {chapters.slice(0, most).map(({ startMs, title }) => {
        const seconds = Math.floor(startMs / 1000);
        return (
          <li key={startMs}>
            <a href={momentLink(seconds, timeLinks)} data-at={seconds}>
              <span>{formatTimeCode(startMs)}</span>{' '}
              <Words reader={reader} lang={language}>
                {title}
              </Words>
            </a>
          </li>
        );
      })}
    </ol>
  );
}
