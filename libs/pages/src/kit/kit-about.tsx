import { type KitProps, kitPath } from './kit.page.js';
import type { KitOwnView } from './kit.view.js';

/** Who the guest was at the recording, with the way to change it. */
export function KitMe(props: KitProps & { own: KitOwnView }) {
  const { own, view } = props;
  const { t } = props.reader;
  const words = [own.title, own.organisation].filter(Boolean).join(', ');
  return (
    <section className="sheet">
      <h2>{t('kit.me.title')}</h2>
      {words ? (
        <>
          <p className="hint">{t('kit.me.then')}</p>
          <p>{words}</p>
        </>
      ) : (
        <p>{t('kit.me.none')}</p>
      )}
      {view.isLookedAt ? null : (
        <p className="acts">
          <a className="button" href={kitPath(props, '/me')}>
            {t('kit.me.go')}
          </a>
        </p>
      )}
    </section>
  );
}

/** The disclaimer in both languages, with which is missing (`ux:K-29`). */
export function KitDisclaimer({ reader, view }: KitProps) {
  const { t } = reader;
  const hasAny = view.disclaimers.some(({ text }) => text !== '');
  return (
    <section className="sheet">
      <h2>{t('kit.disclaimer.title')}</h2>
      {hasAny ? (
        <>
          <p className="hint">{t('kit.disclaimer.lead')}</p>
          <dl className="kit-disclaimers">
            {view.disclaimers.map(({ lang, text }) => (
              <div key={lang}>
                <dt>{t('kit.disclaimer.in', { lang })}</dt>
                {text ? <dd lang={lang}>{text}</dd> : <dd className="hint">{t('kit.disclaimer.missing')}</dd>}
              </div>
            ))}
          </dl>
        </>
      ) : (
        <p>{t('kit.disclaimer.none')}</p>
      )}
    </section>
  );
}

/** The ways to say that something is wrong. */
export function KitHelp(props: KitProps) {
  const { view } = props;
  const { t } = props.reader;
  return (
    <section className="sheet kit-help">
      <h2>{t('kit.help.title')}</h2>
      <ul>
        {view.own && !view.isLookedAt ? (
          <>
            <li>
              <a href={kitPath(props, '/me#correction')}>{t('kit.help.correct')}</a>
            </li>
            <li>
              <a href={kitPath(props, '/me#consents')}>{t('kit.help.withdraw')}</a>
            </li>
          </>
        ) : null}
        {view.contact ? (
          <li>
            <a href={`mailto:${view.contact}`}>{t('kit.help.contact', { show: view.showName })}</a>
          </li>
        ) : null}
      </ul>
      {view.own ? <p className="hint">{t('kit.help.team')}</p> : null}
    </section>
  );
}
