import type { Reader } from '../site/site.js';
import { Icon } from './icon.js';

/** Search in the transcript, the way back to what is being said, and sharing of chosen words; all appear with the script. */
export function TalkTools({ reader, isTimed }: { reader: Reader; isTimed: boolean }) {
  const { t } = reader;
  const words = {
    found: t('player.foundAt', { number: '{number}', count: '{count}' }),
    none: t('player.found', { count: 0 }),
  };
  return (
    <div className="talk-tools" data-talk-tools="" data-words={JSON.stringify(words)} hidden>
      <div className="talk-find" role="search">
        <input
          type="search"
          aria-label={t('player.findLabel')}
          placeholder={t('player.findLabel')}
          maxLength={100}
          data-find=""
        />
        <span className="soft" role="status" data-found="" />
        <button type="button" aria-label={t('player.previousFound')} data-find-step="-1" hidden>
          <Icon name="previous" />
        </button>
        <button type="button" aria-label={t('player.nextFound')} data-find-step="1" hidden>
          <Icon name="next" />
        </button>
      </div>
      {isTimed ? <p className="soft talk-hint">{t('player.passageHint')}</p> : null}
      <button type="button" className="button follow-along" data-follow="" hidden>
        {t('player.follow')}
      </button>
      <button type="button" className="button primary passage" data-passage="" hidden>
        {t('player.passage')}
      </button>
    </div>
  );
}
