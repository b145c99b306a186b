import { formatTimeCode } from '#libs/kernel';
import { formatDuration } from '#libs/messages';
import { momentLink } from '../site/link.js';
import { aboutBlock } from './about.js';
import { MainControls, Tools } from './controls.js';
import { Icon } from './icon.js';
import { KeysDialog } from './keys-dialog.js';
import { Media, Seek } from './media.js';
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
      <Jumps view={view} />
      <div className="wave">
        <Waveform peaks={view.peaks} chapters={chapters} durationMs={view.durationMs} />
        <Seek view={view} />
      </div>
      <Tools view={view} />
      <p className="resume" data-resume="" hidden>
        <span data-resume-text="" />
        <button type="button" data-forget="">
          {reader.t('public.fromStart')}
        </button>
      </p>
      <p className="said">
        <span role="status" data-said="" />{' '}
        <a href="#player" data-next="" hidden>
          {reader.t('player.retry')}
        </a>
      </p>
      <p className="sr" role="status" data-spoken="" />
      <KeysDialog view={view} />
      <Mini view={view} />
      <script type="application/json" data-about="" dangerouslySetInnerHTML={{ __html: aboutBlock(view) }} />
    </section>
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
