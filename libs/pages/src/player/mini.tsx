import { Words } from '../site/words.js';
import { PlayButton } from './controls.js';
import { Icon } from './icon.js';
import type { PlayerView } from './player.view.js';

/** What stays at hand while the player itself is scrolled away; it appears once something plays, and never over the focus (`ux:V-04`). */
export function Mini({ view }: { view: PlayerView }) {
  const { reader } = view;
  return (
    <div className="mini" role="group" aria-label={reader.t('player.mini')} data-mini="" hidden>
      <PlayButton reader={reader} isMini />
      <button type="button" aria-label={reader.t('player.back10')} data-skip={-10}>
        −10
      </button>
      <a href="#player">
        <Words reader={reader} lang={view.titleLang} className="mini-title">
          {view.title}
        </Words>{' '}
        <span data-now-mini="">0:00</span>
        <span className="sr"> {reader.t('player.toPlayer')}</span>
      </a>
      <button type="button" aria-label={reader.t('player.hideMini')} data-mini-hide="">
        <Icon name="close" />
      </button>
    </div>
  );
}
