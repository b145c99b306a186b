import { Words } from '../site/words.js';
import type { KitProps } from './kit.page.js';

/** The other parts of the mini-series, to be shared with this one (`ux` 1.6 d). */
export function KitParts({ reader, view }: KitProps) {
  const { t } = reader;
  if (view.parts.length === 0) return null;
  return (
    <section className="sheet" aria-labelledby="kit-parts">
      <h2 id="kit-parts">{t('episode.kitParts')}</h2>
      <p className="hint">{t('episode.kitPartsLead')}</p>
      {view.parts.map(({ part, title, lang, href }) => (
        <div key={href}>
          <p>
            <b>{t('episode.part', { part: part ?? 0 })}</b>{' '}
            <Words reader={reader} lang={lang}>
              {title}
            </Words>
          </p>
          <div className="kit-row">
            <code className="address-line">{href}</code>
            <button type="button" className="button" hidden data-copy={href} data-copied={t('kit.share.copied')}>
              {t('kit.share.copyLink')}
            </button>
          </div>
        </div>
      ))}
    </section>
  );
}
