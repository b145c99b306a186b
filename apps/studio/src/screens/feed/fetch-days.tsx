import { Text, Title } from '@mantine/core';
import type { FeedHealth } from '../../api/feed-health.calls';
import { useWords } from '../../words/words';
import classes from './health.module.css';

type Day = FeedHealth['days'][number];

/** A week of fetches: how many needed the feed, and how many had it already. */
export function FetchDays({ days, unchangedShare }: Pick<FeedHealth, 'days' | 'unchangedShare'>) {
  const { t } = useWords();
  const most = Math.max(1, ...days.map(toAll));
  return (
    <section aria-labelledby="feed-days">
      <Title order={2} id="feed-days" mb={6}>
        {t('push.days.title')}
      </Title>
      {unchangedShare === null ? (
        <Text className="soft">{t('push.days.none')}</Text>
      ) : (
        <>
          <Text className="soft">{t('push.days.share', { share: unchangedShare })}</Text>
          <div className={classes.scroll}>
            <table className={classes.days}>
              <thead>
                <tr>
                  <th scope="col">{t('push.days.day')}</th>
                  <td aria-hidden />
                  <th scope="col" data-mark="ok">
                    {t('push.days.ok')}
                  </th>
                  <th scope="col" data-mark="unchanged">
                    {t('push.days.unchanged')}
                  </th>
                  <th scope="col">{t('push.days.other')}</th>
                  <th scope="col">{t('push.days.bytes')}</th>
                </tr>
              </thead>
              <tbody>
                {days.map((day) => (
                  <DayRow key={day.day} day={day} most={most} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

function DayRow({ day, most }: { day: Day; most: number }) {
  const words = useWords();
  return (
    <tr>
      <th scope="row">{words.day(day.day)}</th>
      <td aria-hidden className={classes.bars}>
        <span data-mark="ok" style={{ width: `${(day.ok / most) * 100}%` }} />
        <span data-mark="unchanged" style={{ width: `${(day.unchanged / most) * 100}%` }} />
      </td>
      <td>{words.number(day.ok)}</td>
      <td>{words.number(day.unchanged)}</td>
      <td>{words.number(day.other)}</td>
      <td>{words.bytes(day.bytes)}</td>
    </tr>
  );
}

const toAll = ({ ok, unchanged }: Day) => ok + unchanged;
