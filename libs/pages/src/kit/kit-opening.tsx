import { toFirstName } from '#libs/kernel';
import { formatDate, formatDateTime, formatTime, formatWeekday } from '#libs/messages';
import type { Reader } from '../site/site.js';
import { type KitProps, kitPath } from './kit.page.js';
import type { KitPageView } from './kit.view.js';

/** Who is greeted, when it comes out where they are, and how they sound (`ux` 2.1: first, half a minute to hear). */
export function KitOpening(props: KitProps) {
  const { reader, frame, view } = props;
  const { t } = reader;
  return (
    <section className="kit-opening">
      {view.isLookedAt ? <p className="told warn">{t('kit.lookingAs', { name: frame.personName })}</p> : null}
      {view.told ? (
        <div className={view.told === 'saved' ? 'told' : 'told bad'} role="status">
          <p>{t(view.told === 'saved' ? 'kit.saved' : 'kit.error.day')}</p>
        </div>
      ) : null}
      <h1>{t(frame.role === 'team' ? 'kit.helloTeam' : 'kit.hello', { name: toFirstName(frame.personName) })}</h1>
      <p className="kit-when">{sayWhen(reader, view)}</p>
      {view.sound ? <Sound {...props} sound={view.sound} /> : null}
    </section>
  );
}

/** What waits, until when, and what no answer means (`ux:K-21`). */
export function KitWaiting(props: KitProps & { waiting: NonNullable<KitPageView['waiting']> }) {
  const { waiting, view } = props;
  const { t, region } = props.reader;
  const { quotes, clips, until, rule } = waiting;
  const both = quotes > 0 && clips > 0 ? 'yes' : 'no';
  return (
    <section className="sheet kit-waiting">
      <h2>{t('kit.waiting.title')}</h2>
      <p>
        <b>{t('kit.waiting.what', { quotes, clips, both })}</b>
      </p>
      {until ? (
        <p className="hint">{t('kit.waiting.until', { date: formatDateTime(region, until, view.zone), rule })}</p>
      ) : null}
      <p className="acts">
        <a className="button primary" href={kitPath(props, '/review')}>
          {t('kit.waiting.go')}
        </a>
      </p>
    </section>
  );
}

function Sound({ reader, sound }: KitProps & { sound: NonNullable<KitPageView['sound']> }) {
  const { t } = reader;
  const { after, before } = sound;
  return (
    <div className="kit-sound" data-kit-sound="">
      <p className="hint">{t(before ? 'kit.sound.pair' : 'kit.sound.length')}</p>
      <div>
        {before ? <p className="label">{t('kit.sound.after')}</p> : null}
        <audio controls preload="none" src={after} aria-label={t('kit.sound.after')} data-sound="after" />
      </div>
      {before ? (
        <div>
          <p className="label">{t('kit.sound.before')}</p>
          <audio controls preload="none" src={before} aria-label={t('kit.sound.before')} data-sound="before" />
        </div>
      ) : null}
    </div>
  );
}

function sayWhen({ t, region }: Reader, { isClosed, isReleased, releaseAt, zone }: KitPageView): string {
  if (isClosed) return t('kit.closed');
  if (!releaseAt) return t('kit.outSoon');
  if (isReleased) return t('kit.isOut', { date: formatDate(region, releaseAt, zone) });
  // The day where the guest is, whatever the producer's clock says.
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(releaseAt);
  const date = `${formatWeekday(region, day)}, ${formatTime(region, releaseAt, zone)}`;
  const names = new Intl.DateTimeFormat(region, { timeZone: zone, timeZoneName: 'longGeneric' });
  const name = names.formatToParts(releaseAt).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  return t('kit.out', { date, zone: name });
}
