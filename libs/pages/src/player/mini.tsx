import type { Reader } from '../site/site.js';
import { PlayButton } from './controls.js';
import { Icon } from './icon.js';

/** What stays at hand while the player itself is scrolled away; it appears once something plays, and never over the focus (`ux:V-04`). */
export function Mini({ reader, title }: { reader: Reader; title: string }) {
  return (
    <div className="mini" role="group" aria-label={reader.t('player.mini')} data-mini="" hidden>
      <PlayButton reader={reader} isMini />
      <button type="button" aria-label={reader.t('player.back10')} data-skip={-10}>
        −10
      </button>
      <a href="#player">
        <span className="mini-title">{title}</span> <span data-now-mini="">0:00</span>
        <span className="sr"> {reader.t('player.toPlayer')}</span>
      </a>
      <button type="button" aria-label={reader.t('player.hideMini')} data-mini-hide="">
        <Icon name="close" />
      </button>
    </div>
  );
}
