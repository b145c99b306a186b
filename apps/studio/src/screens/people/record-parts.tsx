import { Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { PersonRecord } from '../../api/people.calls';
import { useWords } from '../../words/words';
import classes from './people.module.css';

/** Every episode, with title and employer as they were then. */
export function AppearancesPart({ appearances }: { appearances: PersonRecord['appearances'] }) {
  const { t, language, day } = useWords();
  return (
    <section className={classes.part} aria-labelledby="person-appearances">
      <Title order={2} id="person-appearances">
        {t('people.person.appearances')}
      </Title>
      {appearances.length === 0 && <Text className="soft">{t('people.person.noAppearances')}</Text>}
      <ul className="plain-list">
        {appearances.map(({ episodeId, showId, title, on, titles, organisation }) => {
          const own = titles.find(({ lang }) => lang === language) ?? titles[0];
          const then = [own?.title, organisation].filter(Boolean).join(', ');
          return (
            <li key={episodeId} className={classes.line}>
              <Link to={`/shows/${showId}/episodes/${episodeId}/guests`}>{title || t('studio.episode.untitled')}</Link>
              <span>
                {[then && t('people.person.then', { title: then }), on && day(on)].filter(Boolean).join(' · ')}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Who changed what; never what it was before. */
export function HistoryPart({ history }: { history: PersonRecord['history'] }) {
  const { t, dateTime } = useWords();
  if (history.length === 0) return null;
  return (
    <section className={classes.part} aria-labelledby="person-history">
      <Title order={2} id="person-history">
        {t('people.person.history')}
      </Title>
      <ul className="plain-list">
        {history.map(({ at, actor, fields }) => {
          const [what = ''] = fields;
          const isDeed = ['made', 'merged', 'parted', 'apart', 'together'].includes(what);
          const names = fields.map((field) => t('people.field', { field })).join(', ');
          return (
            <li key={at + what} className={classes.line}>
              {isDeed
                ? t('people.person.did', { what, who: actor })
                : t('people.person.changed', { who: actor, fields: names })}
              <span>{dateTime(at)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
