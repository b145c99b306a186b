import { formatTimeCode } from '#libs/kernel';
import { formatDuration } from '#libs/messages';
import { momentLink } from '../site/link.js';
import { otherLang } from '../site/site.js';
import { aboutBlock } from './about.js';
import { MainControls, Tools } from './controls.js';
import { Icon } from './icon.js';
import { KeysDialog } from './keys-dialog.js';
import { Mini } from './mini.js';
import type { PlayerView } from './player.view.js';
import { Waveform } from './waveform.js';

/**
 * The player: the browser's own audio or video element, which plays before and without any script, and our controls,
 * hidden until the script that works them has taken over (`ux` 3.9). No sound is fetched before Play (`ux:V-07`).
 */
export function Player(view: PlayerView) {
  const { reader, chapters, film } = view;
  return (
    <section
      className={film ? 'player has-film' : 'player'}
      id="player"
      aria-label={reader.t('public.player', { title: view.title })}
      data-player={view.episodeId}
    >
      <Media view={view} />
      <MainControls reader={reader} durationMs={view.durationMs} />
      <div className="wave">
        <Waveform peaks={view.peaks} chapters={chapters} durationMs={view.durationMs} />
        <Seek view={view} />
      </div>
      <Jumps view={view} />
      <Tools view={view} />
      <p className="resume" data-resume="" hidden>
        <span data-resume-text="" />
        <button type="button" data-forget="">
          {reader.t('public.fromStart')}
        </button>
      </p>
      <p className="said">
        <span role="status" data-said="" /> <a data-next="" hidden />
      </p>
      <p className="sr" role="status" data-spoken="" />
      <KeysDialog view={view} />
      <Mini reader={reader} title={view.title} />
      <script type="application/json" data-about="" dangerouslySetInnerHTML={{ __html: aboutBlock(view) }} />
    </section>
  );
}

/** The element that plays, in a box that keeps its place. */
function Media({ view }: { view: PlayerView }) {
  const { film, reader } = view;
  const at = view.startAt > 0 ? `#t=${view.startAt}${view.endAt ? `,${view.endAt}` : ''}` : '';
  const lang = otherLang(reader, view.language);
  if (!film) return <audio controls preload="none" src={view.source + at} lang={lang} data-media="" />;
  return (
    <div className="screen">
      <video
        controls
        playsInline
        preload="metadata"
        src={film.source + at}
        // The frame of the moment is seen instead of the picture (`ux:V-06`).
        poster={at ? undefined : film.poster}
        lang={lang}
        data-media=""
      >
        {film.captions.map((caption) => (
          <track key={caption.lang} kind="captions" src={caption.source} srcLang={caption.lang} label={caption.label} />
        ))}
      </video>
    </div>
  );
}

/** The position as a slider with words (`ux:V-02`); it appears with the script. */
function Seek({ view }: { view: PlayerView }) {
  return (
    <input
      type="range"
      min={0}
      max={Math.round(view.durationMs / 1000)}
      step={1}
      defaultValue={0}
      aria-label={view.reader.t('public.position')}
      data-seek=""
      hidden
    />
  );
}

/** Where it gets good (`ux:L-04`), a link that works without any script, and the highlights in a row (`ux:L-03`). */
function Jumps({ view }: { view: PlayerView }) {
  const { reader, startHereMs, highlights } = view;
  if (startHereMs === null && highlights.length === 0) return null;
  const lengthMs = highlights.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
  const position = formatTimeCode(startHereMs ?? 0);
  const seconds = Math.floor((startHereMs ?? 0) / 1000);
  return (
    <p className="jumps">
      {startHereMs === null ? null : (
        <a
          className="button start-here"
          href={momentLink(seconds, view.timeLinks)}
          data-go={seconds}
          data-start-here=""
          aria-label={reader.t('player.startHereLabel', { position })}
        >
          <Icon name="star" /> {reader.t('player.startHere', { position })}
        </a>
      )}
      {highlights.length === 0 ? null : (
        <button type="button" className="button" data-highlights="" hidden>
          {reader.t('player.highlights', {
            count: highlights.length,
            duration: formatDuration(reader.region, lengthMs),
          })}
        </button>
      )}
    </p>
  );
}
