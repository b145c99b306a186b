import { formatTimeCode } from '#libs/kernel';
import { formatNumber } from '#libs/messages';
import type { Reader } from '../site/site.js';
import { Icon } from './icon.js';
import type { Film, PlayerView } from './player.view.js';

const speeds = [0.5, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2, 2.5, 3];

/** Play, and the two times. */
export function MainControls({ reader, durationMs }: { reader: Reader; durationMs: number }) {
  return (
    <div className="controls" data-controls="" hidden>
      <PlayButton reader={reader} />
      <p className="times">
        <span data-now="">0:00</span>
        <span>{formatTimeCode(durationMs)}</span>
      </p>
    </div>
  );
}

/** Its label and picture follow the state. */
export function PlayButton({ reader, isMini = false }: { reader: Reader; isMini?: boolean }) {
  const mark = isMini ? { className: 'mini-play', 'data-play-mini': '' } : { className: 'play', 'data-play': '' };
  return (
    <button type="button" aria-label={reader.t('public.play')} {...mark}>
      <Icon name="play" className="when-paused" />
      <Icon name="pause" className="when-playing" />
    </button>
  );
}

/** The smaller controls, each at least 44 px high and wide (`ux:V-03`). */
export function Tools({ view }: { view: PlayerView }) {
  const { reader, chapters, film } = view;
  const { t } = reader;
  return (
    <div className="tools" data-controls="" hidden>
      <Skip label={t('player.back60')} seconds={-60} className="wide" />
      <Skip label={t('player.back10')} seconds={-10} />
      <Skip label={t('player.forward10')} seconds={10} />
      <Skip label={t('player.forward60')} seconds={60} className="wide" />
      {chapters.length > 0 ? (
        <>
          <button type="button" aria-label={t('public.previousChapter')} data-chapter="-1">
            <Icon name="previous" />
          </button>
          <button type="button" aria-label={t('public.nextChapter')} data-chapter="1">
            <Icon name="next" />
          </button>
        </>
      ) : null}
      <Speed reader={reader} />
      <Volume reader={reader} />
      {film ? <FilmTools reader={reader} film={film} /> : null}
      <button type="button" data-share-now="" hidden>
        {t('player.share')}
      </button>
      <button type="button" className="keys" data-keys-open="" aria-haspopup="dialog">
        {t('public.keys')}
      </button>
    </div>
  );
}

export function Volume({ reader }: { reader: Reader }) {
  return (
    <label className="volume">
      <span className="sr">{reader.t('public.volume')}</span>
      <input type="range" min={0} max={1} step={0.05} defaultValue={1} data-volume="" />
    </label>
  );
}

/** Captions, where it has some, and full screen. */
export function FilmTools({ reader, film }: { reader: Reader; film: Film }) {
  const { t } = reader;
  return (
    <>
      {film.captions.length > 0 ? (
        <button type="button" aria-label={t('player.captions')} aria-pressed="false" data-captions="">
          CC
        </button>
      ) : null}
      <button type="button" aria-label={t('player.fullScreen')} data-full="">
        <Icon name="full" />
      </button>
    </>
  );
}

function Skip({ label, seconds, className }: { label: string; seconds: number; className?: string }) {
  return (
    <button type="button" aria-label={label} data-skip={seconds} className={className}>
      {seconds < 0 ? '−' : '+'}
      {Math.abs(seconds)}
    </button>
  );
}

function Speed({ reader }: { reader: Reader }) {
  return (
    <label>
      <span className="sr">{reader.t('public.speed')}</span>
      <select data-speed="" defaultValue="1">
        {speeds.map((speed) => (
          <option key={speed} value={speed}>{`${formatNumber(reader.region, speed, 1)}×`}</option>
        ))}
      </select>
    </label>
  );
}
