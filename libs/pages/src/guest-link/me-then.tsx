import { languages, toLanguage } from '#libs/kernel';
import { formatDate, formatDay, translator } from '#libs/messages';
import { Field, Pick, Save, Sheet, wrongIn } from './form-parts.js';
import type { MeProps } from './me-profile.js';

/** Title and employer on the day of the recording (`ux:K-24`); after the release the form asks for a correction (`ux:K-25`). */
export function Then({ reader, view, action }: MeProps) {
  const { t } = reader;
  const { onTheDay: then } = view;
  const wrong = wrongIn(view, 'then');
  const day = then.recordedOn
    ? t('guest.me.thenOn', { date: formatDay(reader.region, then.recordedOn) })
    : t('guest.me.thenNoDate');
  return (
    <Sheet
      reader={reader}
      view={view}
      section="then"
      title={t('guest.me.then')}
      lead={`${day} ${then.isReleased ? t('guest.me.thenReleased') : t('guest.me.thenLead')}`}
    >
      {then.asksSince ? (
        <div className="told warn">
          <p>{t('guest.me.thenAsked', { date: formatDate(reader.region, then.asksSince, view.zone) })}</p>
        </div>
      ) : null}
      <Leaks {...{ reader, view }} />
      <form method="post" action={action('then')}>
        <div className="two">
          {languages.map((lang) => (
            <Field
              key={lang}
              name={`title.${lang}`}
              label={t('guest.me.title', { lang })}
              value={then.titles[lang]}
              wrong={wrong(`title.${lang}`)}
              lang={lang}
            />
          ))}
          <Field
            name="organisation"
            label={t('guest.me.organisation')}
            value={then.organisation}
            wrong={wrong('organisation')}
            autoComplete="organization"
          />
          <Field
            name="organisationUrl"
            label={t('guest.me.organisationUrl')}
            value={then.organisationUrl}
            wrong={wrong('organisationUrl')}
            inputMode="url"
            placeholder="https://"
          />
        </div>
        <fieldset className="field">
          <legend>{t('guest.me.employer')}</legend>
          {(['named', 'notes', 'hidden'] as const).map((each) => (
            <Pick
              key={each}
              type="radio"
              name="employer"
              value={each}
              checked={then.employer === each}
              title={t(`guest.me.employer.${each}`)}
              text={t(`guest.me.employer.${each}.text`)}
            />
          ))}
        </fieldset>
        {then.isReleased ? (
          <Field
            name="reason"
            label={t('guest.me.why')}
            value={then.reason}
            wrong={wrong('reason')}
            rows={2}
            max={2000}
          />
        ) : (
          <Disclaimers {...{ reader, view }} />
        )}
        <Save label={then.isReleased ? t('guest.me.askThen') : t('guest.me.saveThen')} />
      </form>
    </Sheet>
  );
}

/** After the release by itself, with a code, and at once (`ux:K-04`). */
export function Disclaimer({ reader, view, action }: MeProps) {
  const { t } = reader;
  if (!view.onTheDay.isReleased) return null;
  return (
    <Sheet
      reader={reader}
      view={view}
      section="disclaimer"
      title={t('guest.me.disclaimer')}
      lead={view.consents.hasMail ? t('guest.me.disclaimerReleased') : t('guest.me.disclaimerNoMail')}
    >
      {view.consents.hasMail ? (
        <form method="post" action={action('disclaimer')}>
          <Disclaimers {...{ reader, view }} />
          <Save label={t('guest.me.saveDisclaimer')} />
        </form>
      ) : null}
    </Sheet>
  );
}

/** One per language, with a wording to take over as it is. */
function Disclaimers({ reader, view }: Pick<MeProps, 'reader' | 'view'>) {
  const { t } = reader;
  const { onTheDay: then, profile } = view;
  const wrong = wrongIn(view, then.isReleased ? 'disclaimer' : 'then');
  return (
    <>
      <p className="hint">{t('guest.me.disclaimerHint')}</p>
      {languages.map((lang) => (
        <div key={lang}>
          <Field
            name={`disclaimer.${lang}`}
            label={t('guest.me.disclaimerIn', { lang })}
            value={then.disclaimers[lang]}
            wrong={wrong(`disclaimer.${lang}`)}
            lang={lang}
            rows={2}
            max={500}
          />
          <details>
            <summary>{t('guest.me.wording')}</summary>
            <span className="address-line" lang={toLanguage(lang)}>
              {wording(lang, profile.name, then.employer === 'named' ? then.organisation : '')}
            </span>
          </details>
        </div>
      ))}
    </>
  );
}

/** The ready-made sentence of `ux` 2.10 in its own language; without an employer's name where it may not be said. */
function wording(lang: 'en' | 'fr', name: string, employer: string): string {
  const t = translator(lang === 'fr' ? 'fr-CA' : 'en-CA');
  return employer ? t('guest.wording', { name, employer }) : t('guest.wordingAny', { name });
}

function Leaks({ reader, view }: Pick<MeProps, 'reader' | 'view'>) {
  const { t } = reader;
  const { leaks } = view.onTheDay;
  if (leaks.length === 0) return null;
  return (
    <div className="told warn">
      <p>{t('guest.me.leaks')}</p>
      <ul>
        {leaks.map(({ field, lang }) => (
          <li key={`${field}${lang}`}>{t('guest.leak', { field, lang: lang || 'none' })}</li>
        ))}
      </ul>
    </div>
  );
}
