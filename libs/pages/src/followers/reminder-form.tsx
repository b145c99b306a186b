import type { Reader, Site } from '../site/site.js';
import { FollowForm, type FollowTarget } from './follow-form.js';

export interface ReminderProps {
  site: Site;
  reader: Reader;
  /** `episode` for a release that is announced, `series` with the part for one that has no page yet. */
  target: FollowTarget & { kind: 'series' | 'episode' };
  /** An announced release, to be put into a calendar; without one there is no such link. */
  calendarOf?: string;
  /** Of its heading, below what it stands in; 3 unless said otherwise. */
  level?: 2 | 3;
}

/**
 * "Tell me when part 2 is out" (`ux` 1.6 d, `ux:K-15`): one mail, then the address is deleted; or a file for the calendar.
 * For the block of a mini-series and for a teaser.
 */
export function ReminderForm({ site, reader, target, calendarOf, level = 3 }: ReminderProps) {
  if (site.isStatic) return null;
  const { t } = reader;
  const words = target.part === undefined ? 'followers.reminder.release' : 'followers.reminder.part';
  const params = { part: target.part ?? 0 };
  const heading = `reminder-${target.id}`;
  const Heading = `h${level}` as const;
  return (
    <section className="mails" aria-labelledby={heading}>
      <Heading id={heading}>{t(words, params)}</Heading>
      <p>{t(`${words}.lead`, params)}</p>
      <FollowForm site={site} reader={reader} target={target} submit={t('followers.reminder.submit')} />
      {calendarOf ? (
        <p>
          <a href={site.addresses.path(site.addresses.releaseCalendar(calendarOf))} download="">
            {t('followers.reminder.calendar')}
          </a>
        </p>
      ) : null}
    </section>
  );
}
