import { Text, Title } from '@mantine/core';
import type { FeedHealth } from '../../api/feed-health.calls';
import { useWords } from '../../words/words';
import { toAppName } from './app-name';
import classes from './health.module.css';

interface Props {
  served: NonNullable<FeedHealth['served']>;
  apps: FeedHealth['apps'];
}

/** The apps that have what the feed says now, in the order in which they came. */
export function WhoHasIt({ served, apps }: Props) {
  const words = useWords();
  const { t, ago, bytes, dateTime } = words;
  const when = ago(served.since);
  const { identity, gzip, br } = served.sizes;
  return (
    <section aria-labelledby="feed-who">
      <Title order={2} id="feed-who" mb={6}>
        {t('push.who.title')}
      </Title>
      <Text className="soft">{t(apps.length > 0 ? 'push.who.text' : 'push.who.none', { when })}</Text>
      {apps.length > 0 && (
        <ol className={`plain-list ${classes.apps}`}>
          {apps.map(({ app, firstAt, count }) => (
            <li key={app}>
              <strong>{toAppName(app, words)}</strong>
              <time dateTime={firstAt} title={dateTime(firstAt)}>
                {ago(firstAt)}
              </time>
              <span className="soft">{t('push.who.fetches', { n: count })}</span>
            </li>
          ))}
        </ol>
      )}
      <dl className={classes.facts}>
        <div>
          <dt>{t('push.since.label')}</dt>
          <dd>{dateTime(served.since)}</dd>
        </div>
        {served.builtAt && (
          <div>
            <dt>{t('push.built.label')}</dt>
            <dd>{dateTime(served.builtAt)}</dd>
          </div>
        )}
        <div>
          <dt>{t('push.sizes.label')}</dt>
          <dd>{t('push.sizes', { identity: bytes(identity), gzip: bytes(gzip), br: bytes(br) })}</dd>
        </div>
      </dl>
    </section>
  );
}
