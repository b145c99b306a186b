import { Text, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ImportReport } from '../../api/import.calls';
import { useWords } from '../../words/words';
import classes from './import.module.css';

/** What stands out in a feed, most frequent first, with the titles of some items that have it. */
export function Problems({ problems: found, isStarted }: { problems: ImportReport['problems']; isStarted: boolean }) {
  const { t, number } = useWords();
  // Once they come, each item tells its own.
  const problems = isStarted ? found.filter(({ titles }) => titles.length === 0) : found;
  if (problems.length === 0 && isStarted) return null;
  return (
    <section className={classes.wide}>
      <Title order={2} mb="xs">
        {t('studio.import.problems')}
      </Title>
      {problems.length === 0 && <Text className="soft">{t('studio.import.noProblems')}</Text>}
      <ul className={`plain-list ${classes.problems}`}>
        {problems.map(({ code, message, count, titles }) => (
          <li key={code}>
            <IconInfoCircle size={20} aria-hidden />
            <div>
              <Text>{message}</Text>
              {titles.length > 0 && (
                <Text size="sm" className="soft">
                  {t('studio.import.times', { n: count, number: number(count) })}
                  {t('studio.import.eg', { more: Math.max(0, count - 3), titles: titles.slice(0, 3).join(' · ') })}
                </Text>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
