import { isKey } from '#libs/messages';
import { Title } from '@mantine/core';
import type { FeedEffects } from '../../api/feed.calls';
import { useWords } from '../../words/words';
import classes from './feed.module.css';

/** What each kind of app will see of a change, or saw of it. */
export function AppEffects({ effects, isPast = false }: { effects: FeedEffects; isPast?: boolean }) {
  const { t } = useWords();
  const say = (code: string, n: number) => {
    const key = `feed.effect.${code}`;
    return isKey(key) ? t(key, { n }) : code;
  };
  return (
    <section>
      <Title order={4} mb={4}>
        {isPast ? t('feed.apps.titlePast') : t('feed.apps.title')}
      </Title>
      <dl className={classes.apps}>
        {effects.map(({ app, effects }) => {
          const name = `feed.app.${app}`;
          const said = effects.map(({ code, count }) => say(code, count)).join(', ');
          return (
            <div key={app}>
              <dt>{isKey(name) ? t(name) : app}</dt>
              <dd className={said ? undefined : 'soft'}>{said || t('feed.effect.none')}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
