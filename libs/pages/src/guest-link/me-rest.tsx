import { consentUses } from '#libs/catalog';
import { regions } from '#libs/kernel';
import { formatDate, formatDateTime } from '#libs/messages';
import { Field, Pick, Save, Sheet, wrongIn } from './form-parts.js';
import type { MeProps } from './me-profile.js';

/** A job of today, from a date; or nothing of today at all (`ux:K-26`). */
export function Now({ reader, view, action }: MeProps) {
  const { t } = reader;
  const { now } = view;
  const wrong = wrongIn(view, 'now');
  return (
    <Sheet reader={reader} view={view} section="now" title={t('guest.me.now')} lead={t('guest.me.nowLead')}>
      <form method="post" action={action('now')}>
        <div className="two">
          <Field
            name="title"
            id="f-now-title"
            label={t('guest.me.nowTitle')}
            value={now.title}
            wrong={wrong('title')}
          />
          <Field
            name="organisation"
            id="f-now-organisation"
            label={t('guest.me.nowOrganisation')}
            value={now.organisation}
            wrong={wrong('organisation')}
          />
          <Field
            name="organisationUrl"
            id="f-now-url"
            label={t('guest.me.organisationUrl')}
            value={now.organisationUrl}
            wrong={wrong('organisationUrl')}
            inputMode="url"
            placeholder="https://"
          />
          <Field name="since" label={t('guest.me.since')} value={now.since} wrong={wrong('since')} type="date" />
        </div>
        <Pick
          type="checkbox"
          name="hidesNow"
          value="1"
          checked={now.hidesNow}
          title={t('guest.me.hidesNow')}
          text={t('guest.me.hidesNowText')}
        />
        <Save label={t('guest.me.saveNow')} />
      </form>
    </Sheet>
  );
}

export function Settings({ reader, view, action }: MeProps) {
  const { t } = reader;
  const { settings } = view;
  const wrong = wrongIn(view, 'settings');
  return (
    <Sheet
      reader={reader}
      view={view}
      section="settings"
      title={t('guest.me.settings')}
      lead={t('guest.me.settingsLead')}
    >
      <form method="post" action={action('settings')}>
        <div className="two">
          <div className="field">
            <label htmlFor="f-locale">{t('guest.me.locale')}</label>
            <select id="f-locale" name="locale" defaultValue={settings.locale}>
              {regions.map((region) => (
                <option key={region} value={region} lang={region}>
                  {nameOf(region)}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="f-zone">{t('guest.me.zone')}</label>
            <input
              id="f-zone"
              name="timeZone"
              list="zones"
              defaultValue={settings.timeZone}
              aria-invalid={wrong('timeZone') ? true : undefined}
              autoComplete="off"
            />
            {wrong('timeZone') ? <span className="wrong">{wrong('timeZone')}</span> : null}
            <datalist id="zones">
              {settings.zones.map((zone) => (
                <option key={zone} value={zone}>
                  {zone}
                </option>
              ))}
            </datalist>
          </div>
        </div>
        <p className="hint">{settings.mail ? t('guest.me.mail', { mail: settings.mail }) : t('guest.me.mailNone')}</p>
        <Save label={t('guest.me.saveSettings')} />
      </form>
    </Sheet>
  );
}

/** One switch a use, none of them ticked beforehand; with a receipt for each time (`ux:G-03`). */
export function Consents({ reader, view, action }: MeProps) {
  const { t, region } = reader;
  const { consents } = view;
  return (
    <Sheet
      reader={reader}
      view={view}
      section="consents"
      title={t('guest.me.consents')}
      lead={Object.keys(consents.values).length ? t('guest.me.consentsLead') : t('guest.me.consentsFirst')}
    >
      {consents.asksSince ? (
        <div className="told warn">
          <p>{t('guest.me.consentsAsked', { date: formatDate(region, consents.asksSince, view.zone) })}</p>
        </div>
      ) : null}
      <form method="post" action={action('consents')}>
        <ul className="picks">
          {consentUses.map((use) => (
            <li key={use}>
              <Pick
                type="checkbox"
                name="use"
                value={use}
                checked={consents.values[use] ?? false}
                title={t(`guest.use.${use}`)}
                text={t(`guest.use.${use}.text`)}
              />
            </li>
          ))}
        </ul>
        <p className="hint">{t('guest.me.withdraw')}</p>
        <p className="hint">{consents.hasMail ? t('guest.me.consentsCode') : t('guest.me.consentsNoMail')}</p>
        <Save label={t('guest.me.saveConsents')} />
      </form>
      {consents.receipts.length > 0 ? (
        <details>
          <summary>{t('guest.me.receipts', { n: consents.receipts.length })}</summary>
          <ul className="history">
            {consents.receipts.map(({ at, values }) => (
              <li key={at.getTime()}>
                <time dateTime={at.toISOString()}>{formatDateTime(region, at, view.zone)}</time>
                {consentUses
                  .map((use) => `${t(`guest.use.${use}`)}: ${t(values[use] ? 'guest.yes' : 'guest.no')}`)
                  .join(' · ')}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Sheet>
  );
}

/** Something that was said: from when to when, and why (`ux:G-11`). */
export function CorrectionRequest({ reader, view, action }: MeProps) {
  const { t, region } = reader;
  const { correction } = view;
  const wrong = wrongIn(view, 'correction');
  return (
    <Sheet
      reader={reader}
      view={view}
      section="correction"
      title={t('guest.me.correction')}
      lead={t('guest.me.correctionLead')}
    >
      <form method="post" action={action('correction')}>
        <div className="two">
          <Field
            name="from"
            label={t('guest.me.from')}
            value={correction.from}
            wrong={wrong('from')}
            placeholder="12:30"
          />
          <Field name="to" label={t('guest.me.to')} value={correction.to} wrong={wrong('to')} placeholder="13:05" />
        </div>
        <Field
          name="reason"
          id="f-correction-reason"
          label={t('guest.me.correctionReason')}
          value={correction.reason}
          wrong={wrong('reason')}
          rows={4}
          max={2000}
        />
        <Save label={t('guest.me.askCorrection')} />
      </form>
      {view.corrections.length > 0 ? (
        <ul className="history">
          {view.corrections.map(({ at, kind, state, text, answer }) => (
            <li key={at.getTime()}>
              <time dateTime={at.toISOString()}>{formatDate(region, at, view.zone)}</time>
              {t('guest.correction.kind', { kind })} {text} <b>{t('guest.correction.state', { state })}</b>
              {answer ? <> “{answer}”</> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </Sheet>
  );
}

/** A second link for who works for the guest (`ux:K-05`), and the way to end it. */
export function Team({ reader, view, action }: MeProps) {
  const { t } = reader;
  const { address } = view.team;
  return (
    <Sheet reader={reader} view={view} section="team" title={t('guest.me.team')} lead={t('guest.me.teamLead')}>
      {address ? <code className="address-line">{address}</code> : null}
      <form method="post" action={action('team')} className="acts">
        <button type="submit" name="do" value="make" className="button">
          {address ? t('guest.me.teamAgain') : t('guest.me.teamMake')}
        </button>
        {address ? (
          <button type="submit" name="do" value="revoke" className="button">
            {t('guest.me.teamRevoke')}
          </button>
        ) : null}
      </form>
    </Sheet>
  );
}

/** What happened on this link, in plain sentences (`ux:K-02`). */
export function History({ reader, view }: MeProps) {
  const { t, region } = reader;
  if (view.events.length === 0) return null;
  return (
    <section className="sheet">
      <details>
        <summary>{t('guest.me.history')}</summary>
        <ul className="history">
          {view.events.map(({ at, what, actor, to }, i) => (
            <li key={i}>
              <time dateTime={at.toISOString()}>{formatDateTime(region, at, view.zone)}</time>
              {t('guest.event', { what, to, actor })}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** `français (Canada)`, in the language itself. */
function nameOf(region: string): string {
  return new Intl.DisplayNames(region, { type: 'language', languageDisplay: 'standard' }).of(region) ?? region;
}
