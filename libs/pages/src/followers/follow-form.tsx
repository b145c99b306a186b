import type { Reader, Site } from '../site/site.js';

/** What a form of a visitor says: to be told of a show, of a mini-series or of a planned release. */
export interface FollowTarget {
  kind: 'show' | 'series' | 'episode';
  id: string;
  /** Of a mini-series: the part that is waited for, from 1; without one, every part from now on. */
  part?: number;
}

/** An address, a button, and what becomes of the address. A plain form: it works without a script. */
export function FollowForm(props: {
  site: Site;
  reader: Reader;
  target: FollowTarget;
  submit: string;
  /** What was typed and is wrong; the field begins with it. */
  wrong?: { email: string; text: string };
}) {
  const { site, reader, target, wrong } = props;
  const { t } = reader;
  const id = `mail-${target.kind}-${target.id}`;
  return (
    <form className="by-mail" method="post" action={site.addresses.path(site.addresses.follow())}>
      <input type="hidden" name="target" value={target.kind} />
      <input type="hidden" name="id" value={target.id} />
      {target.part === undefined ? null : <input type="hidden" name="part" value={target.part} />}
      <input type="hidden" name="locale" value={reader.region} />
      <label className="sr" aria-hidden="true">
        {t('followers.leaveEmpty')}
        <input type="text" name="website" tabIndex={-1} autoComplete="off" />
      </label>
      <label htmlFor={id}>{t('followers.address')}</label>
      <div>
        <input
          id={id}
          type="email"
          name="email"
          required
          maxLength={254}
          autoComplete="email"
          defaultValue={wrong?.email}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={`${id}-hint`}
        />
        <button type="submit" className="button">
          {props.submit}
        </button>
      </div>
      <p id={`${id}-hint`} className={wrong ? 'choice-problem' : undefined}>
        {wrong?.text ?? t('followers.privacy')}
      </p>
    </form>
  );
}
