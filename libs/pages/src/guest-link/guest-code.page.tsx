import type { Page, Reader, Site } from '../site/site.js';
import { type GuestFrameView, guestLinkPage, type GuestPart, guestReader } from './guest-frame.js';

/** A change that waits for the six digits; what was asked for travels along in the form, so that nothing is lost. */
export interface GuestCodeView {
  part: GuestPart;
  /** Where the form was sent to, and is sent to again with the code: a path. */
  action: string;
  /** The fields of the first form, as they were. */
  fields: readonly (readonly [string, string])[];
  /** Where the code was sent, shortened: `m…@example.org`. */
  sentTo: string;
  /** What was wrong with the code that was given. */
  problem?: 'wrong' | 'over' | 'tries' | 'many';
  /** In words: what happens with the right code. */
  what: string;
}

/** Asks for the code of `ux:K-04`: it may be pasted, and a password manager may fill it in (WCAG 3.3.8). */
export function guestCodePage(site: Site, frame: GuestFrameView, view: GuestCodeView): Page {
  return guestLinkPage(site, frame, {
    part: view.part,
    title: guestReader(site, frame).t('guest.code.title'),
    children: (reader) => <CodeForm site={site} reader={reader} frame={frame} view={view} />,
  });
}

function CodeForm(props: { site: Site; reader: Reader; frame: GuestFrameView; view: GuestCodeView }) {
  const { site, view, frame } = props;
  const { t } = props.reader;
  const hasCode = view.problem === undefined || view.problem === 'wrong';
  return (
    <section className="sheet">
      <h1>{t('guest.code.title')}</h1>
      <p>{view.what}</p>
      {view.problem ? (
        <div className="told bad" role="alert" id="code-problem">
          <p>{t(`guest.code.${view.problem}`)}</p>
        </div>
      ) : (
        <p className="lead">{t('guest.code.sent', { to: view.sentTo })}</p>
      )}
      <form method="post" action={view.action}>
        {view.fields.map(([name, value], i) => (
          <input key={i} type="hidden" name={name} value={value} />
        ))}
        {hasCode ? (
          <p className="field code-field">
            <label htmlFor="code">{t('guest.code.label')}</label>
            <input
              id="code"
              name="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              required
              maxLength={12}
              aria-invalid={view.problem ? true : undefined}
              aria-describedby={view.problem ? 'code-problem' : undefined}
            />
          </p>
        ) : null}
        <div className="acts">
          {hasCode ? (
            <button className="button primary" type="submit">
              {t('guest.code.confirm')}
            </button>
          ) : null}
          <button className="button" type="submit" name="again" value="1" formNoValidate>
            {t('guest.code.again')}
          </button>
          <a className="button" href={site.addresses.path(site.addresses.guestLink(frame.secret, view.part))}>
            {t('guest.code.cancel')}
          </a>
        </div>
      </form>
    </section>
  );
}
