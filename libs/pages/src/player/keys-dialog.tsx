import type { Key } from '#libs/messages';
import { Icon } from './icon.js';
import type { PlayerView } from './player.view.js';

/** The list of keys, and the switch that turns them off (`ux:V-01`, WCAG 2.1.4). */
export function KeysDialog({ view }: { view: PlayerView }) {
  const { t } = view.reader;
  return (
    <dialog className="sheet" data-keys-dialog="" aria-labelledby="keys-title">
      <form method="dialog" className="sheet-head">
        <h2 id="keys-title">{t('player.keysTitle')}</h2>
        <button className="plain" aria-label={t('player.close')}>
          <Icon name="close" />
        </button>
      </form>
      <p className="soft">{t('player.keysLead')}</p>
      <label className="check">
        <input type="checkbox" defaultChecked data-keys="" /> {t('public.keysOn')}
      </label>
      <dl className="key-list">
        {rowsOf(view).map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}

/** Every key that does something in this player (`ux` 3.9). */
function rowsOf({ reader, chapters, film }: PlayerView): [string, Key][] {
  return [
    [reader.t('player.keySpace'), 'public.keyPlay'],
    ['← →, J L', 'public.keySeek'],
    ['↑ ↓', 'public.keyVolume'],
    ['M', 'public.keyMute'],
    ['< >', 'public.keySpeed'],
    ['0–9', 'public.keyJump'],
    ...when(chapters.length > 0, ['⇧N ⇧P', 'public.keyChapter']),
    ...when(film !== undefined, [', .', 'player.keyFrame']),
    ...when((film?.captions.length ?? 0) > 0, ['C', 'player.keyCaptions']),
    ...when(film !== undefined, ['F', 'player.keyFullScreen']),
    ['S', 'player.keyShare'],
    ['?', 'player.keyList'],
  ];
}

function when(is: boolean, row: [string, Key]): [string, Key][] {
  return is ? [row] : [];
}
