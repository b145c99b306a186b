import { formatDay, formatNumber } from '#libs/messages';
import type { ReactNode } from 'react';
import { type KitProps, kitPath } from './kit.page.js';
import type { KitOwnView } from './kit.view.js';

type OwnProps = KitProps & { own: KitOwnView };

/** What came of the link, as sums that name nobody; or off (`ux:K-13`, `ux:K-14`). */
export function KitEffect(props: OwnProps) {
  const { own } = props;
  const { t, region } = props.reader;
  const { effect } = own;
  return (
    <section className="sheet">
      <h2>{t('kit.effect.title')}</h2>
      <p className="hint">{t(effect ? 'kit.effect.lead' : 'kit.effect.off')}</p>
      {effect ? (
        <dl className="kit-effect">
          {(['visits', 'plays', 'shares'] as const).map((each) => (
            <div key={each}>
              <dt>{t(`kit.effect.${each}`)}</dt>
              <dd>{effect[each] === null ? t('kit.effect.few') : formatNumber(region, effect[each])}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <Form {...props} action="counting">
        <button type="submit" className="button" name="on" value={effect ? 'no' : 'yes'}>
          {t(effect ? 'kit.effect.turnOff' : 'kit.effect.turnOn')}
        </button>
      </Form>
    </section>
  );
}

/** The kit does not run out: a day on which it comes by mail once more, once. */
export function KitLater(props: OwnProps) {
  const { own } = props;
  const { t, region } = props.reader;
  return (
    <section className="sheet" id="later">
      <h2>{t('kit.later.title')}</h2>
      <p className="hint">{t(own.hasMail ? 'kit.later.lead' : 'kit.later.noMail')}</p>
      {own.remindOn ? <p>{t('kit.later.set', { date: formatDay(region, own.remindOn) })}</p> : null}
      {own.hasMail ? (
        <Form {...props} action="remind">
          <div className="kit-row">
            <div className="field">
              <label htmlFor="day">{t('kit.later.day')}</label>
              <input
                {...{ id: 'day', name: 'day', type: 'date', min: own.days[0], max: own.days[1] }}
                defaultValue={own.remindOn ?? ''}
                required
              />
            </div>
            <button type="submit" className="button">
              {t('kit.later.ask')}
            </button>
          </div>
        </Form>
      ) : null}
      {own.remindOn ? (
        <Form {...props} action="remind">
          <button type="submit" className="button" name="day" value="">
            {t('kit.later.stop')}
          </button>
        </Form>
      ) : null}
    </section>
  );
}

/** The mails that may be switched off (`ux` 2.11). */
export function KitMails(props: OwnProps) {
  const { own } = props;
  const { t } = props.reader;
  if (!own.hasMail) return null;
  return (
    <section className="sheet" id="mails">
      <h2>{t('kit.mails.title')}</h2>
      <p className="hint">{t('kit.mails.lead')}</p>
      <Form {...props} action="mails">
        <ul className="picks">
          {own.letters.map(({ kind, isOn }) => (
            <li key={kind}>
              <label className="pick">
                <input type="checkbox" name="on" value={kind} defaultChecked={isOn} />
                <span>{t(`kit.mails.${kind}`)}</span>
              </label>
            </li>
          ))}
        </ul>
        <p className="acts">
          <button type="submit" className="button">
            {t('kit.mails.save')}
          </button>
        </p>
      </Form>
    </section>
  );
}

/** A form that changes something; a producer who looks on has none. */
function Form(props: OwnProps & { action: 'counting' | 'remind' | 'mails'; children: ReactNode }) {
  if (props.view.isLookedAt) return null;
  const lang = props.reader.lang;
  return (
    <form method="post" action={`${kitPath(props, `/kit/${props.action}`)}?lang=${lang}`}>
      {props.children}
    </form>
  );
}
