import { useWords } from '../../../words/words';
import classes from '../episode.module.css';
import { utcOf } from './local-time';

/** The same instant on the clocks that matter: the chosen one, the show's, the producer's. */
export function Clocks({ local, zone, showZone }: { local: string; zone: string; showZone: string }) {
  const { t, dateTime, zone: mine } = useWords();
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local)) return null;
  const at = utcOf(local, zone);
  const clocks = [...new Set([zone, showZone, mine, 'Europe/Paris', 'America/Montreal'])].slice(0, 4);
  const city = (name: string) => name.split('/').pop()!.replaceAll('_', ' ');
  return (
    <dl className={classes.clocks} aria-label={t('studio.publish.clocks')}>
      {clocks.map((clock) => (
        <div key={clock} style={{ display: 'contents' }}>
          <dt>{clock === mine ? t('studio.publish.yourClock') : city(clock)}</dt>
          <dd>{dateTime(at, clock)}</dd>
        </div>
      ))}
    </dl>
  );
}
