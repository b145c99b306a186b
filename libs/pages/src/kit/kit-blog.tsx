import type { KitProps } from './kit.page.js';

/** The paragraph for a guest's own site, in three forms, and the player alone (`ux:G-07`). */
export function KitBlog({ reader, view }: KitProps) {
  const { t } = reader;
  const { blog, link } = view.share;
  const forms = [
    ['html', blog.html],
    ['markdown', blog.markdown],
    ['plain', blog.plain],
    ['embed', blog.embed],
  ] as const;
  return (
    <div className="kit-blog">
      <p className="hint">{t('kit.blog.lead')}</p>
      <div className="kit-row">
        <code className="address-line">{link}</code>
        <button type="button" className="button" hidden data-copy={link} data-copied={t('kit.share.copied')}>
          {t('kit.share.copyLink')}
        </button>
      </div>
      {forms.map(([form, text]) => (
        <div className="field" key={form}>
          <label htmlFor={`blog-${form}`}>{t(`kit.blog.${form}`)}</label>
          <textarea
            id={`blog-${form}`}
            rows={form === 'embed' ? 3 : 6}
            readOnly
            defaultValue={text}
            spellCheck={false}
          />
          <p className="acts">
            <button
              type="button"
              className={form === 'html' ? 'button primary' : 'button'}
              hidden
              data-kit-copy={`#blog-${form}`}
              data-copied={t('kit.share.copied')}
            >
              {t('kit.copy')}
            </button>
          </p>
        </div>
      ))}
    </div>
  );
}
