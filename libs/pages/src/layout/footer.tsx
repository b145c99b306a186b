import type { Reader, Site } from '../site/site.js';

/** Theme switch (it appears with the script that works it), feeds, and two honest sentences. */
export function Footer({ site, reader }: { site: Site; reader: Reader }) {
  const { t } = reader;
  const { addresses } = site;
  return (
    <footer className="foot">
      <div className="themes" role="group" aria-label={t('public.theme')} data-themes="" hidden>
        {(['auto', 'light', 'dark'] as const).map((theme) => (
          <button key={theme} type="button" data-theme-choice={theme} aria-pressed="false">
            {t(theme === 'auto' ? 'public.themeAuto' : theme === 'light' ? 'public.themeLight' : 'public.themeDark')}
          </button>
        ))}
      </div>
      <p>
        <a href={`${addresses.path(addresses.home(reader.lang))}#feeds`}>{t('public.feedsOfSite')}</a>
        {site.isStatic ? null : (
          <>
            {' · '}
            <a href={addresses.path(addresses.opml())}>OPML</a>
          </>
        )}
      </p>
      <p>
        {t('public.noCookies')} {t('public.madeWith')}
      </p>
    </footer>
  );
}
