import type { Reader, Site } from '../site/site.js';
import { hasSiteText, siteTextKinds } from '../text/site-text.js';

/** Theme switch (it appears with the script that works it), the operator's texts, feeds, and honest sentences. */
export function Footer({ site, reader }: { site: Site; reader: Reader }) {
  const { t } = reader;
  return (
    <footer className="foot">
      <div className="themes" role="group" aria-label={t('public.theme')} data-themes="" hidden>
        {(['auto', 'light', 'dark'] as const).map((theme) => (
          <button key={theme} type="button" data-theme-choice={theme} aria-pressed="false">
            {t(theme === 'auto' ? 'public.themeAuto' : theme === 'light' ? 'public.themeLight' : 'public.themeDark')}
          </button>
        ))}
      </div>
      <Links site={site} reader={reader} />
      <p>
        {t('public.noCookies')}
        {site.hidesProduct ? null : ` ${t('public.madeWith')}`}
      </p>
    </footer>
  );
}

function Links({ site, reader }: { site: Site; reader: Reader }) {
  const { t, lang } = reader;
  const { addresses } = site;
  const feeds = `${addresses.path(addresses.home(lang))}#feeds`;
  return (
    <ul className="foot-links">
      <li>
        <a href={feeds}>{t('public.feedsOfSite')}</a>
      </li>
      {site.isStatic ? null : (
        <>
          {siteTextKinds
            .filter((kind) => hasSiteText(site, kind))
            .map((kind) => (
              <li key={kind}>
                <a href={addresses.path(addresses.siteText(lang, kind))}>{t(`site.${kind}`)}</a>
              </li>
            ))}
        </>
      )}
    </ul>
  );
}
