import { otherLang } from '../site/site.js';
import type { KitProps } from './kit.page.js';

/** The link as LinkedIn will show it, and how to make LinkedIn look again (`ux:K-16`). */
export function KitPreview({ reader, view }: KitProps) {
  const { t } = reader;
  const { card, title, titleLang, link, network } = view.share;
  const page = link.split('?')[0]!;
  // What answers nobody yet has no preview, and none is on its way.
  if (!card && !view.isReachable) return null;
  return (
    <div className="kit-preview">
      <h3>{t('kit.share.preview')}</h3>
      <figure>
        {card ? (
          <img src={card.url} width={card.width} height={card.height} alt={card.alt} loading="lazy" />
        ) : (
          <p className="kit-nocard">{t('kit.share.previewNone')}</p>
        )}
        <figcaption>
          <b lang={otherLang(reader, titleLang)}>{title}</b>
          <span>{new URL(page).host}</span>
        </figcaption>
      </figure>
      {network === 'linkedin' && view.isReachable ? (
        <>
          <p className="hint">{t('kit.share.refresh')}</p>
          <p className="acts">
            <a
              className="button"
              href={`https://www.linkedin.com/post-inspector/inspect/${encodeURIComponent(page)}`}
              target="_blank"
              rel="noopener noreferrer"
            >
              {t('kit.share.refreshGo')}
            </a>
          </p>
        </>
      ) : null}
    </div>
  );
}
