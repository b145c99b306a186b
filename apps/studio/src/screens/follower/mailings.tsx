import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { listMailings, type Mailing } from '../../api/follower.calls';
import { keys } from '../../api/queries';
import { ErrorNote } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { useWords } from '../../words/words';
import classes from '../home/home.module.css';

/** What was told of which release, to how many. While mails go out, the numbers follow. */
export function Mailings({ showId }: { showId: string }) {
  const { t } = useWords();
  const mailings = useQuery({
    queryKey: keys.mailings(showId),
    queryFn: () => listMailings(showId),
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? 3_000 : false),
  });
  return (
    <section aria-labelledby="mailings-title">
      <Title order={2} id="mailings-title">
        {t('followers.studio.mailings')}
      </Title>
      <Text className={`soft ${classes.title}`} maw={620}>
        {t(mailings.data?.length === 0 ? 'followers.studio.mailings.none' : 'followers.studio.mailings.text')}
      </Text>
      {mailings.isPending && <Loading />}
      {mailings.isError && <ErrorNote error={mailings.error} onRetry={() => void mailings.refetch()} />}
      {mailings.data && mailings.data.length > 0 && (
        <ul className={`plain-list ${classes.rows}`}>
          {mailings.data.map((mailing) => (
            <MailingRow key={mailing.id} showId={showId} mailing={mailing} />
          ))}
        </ul>
      )}
    </section>
  );
}

const isUnderWay = ({ state }: Mailing) => state === 'waiting' || state === 'sending';

function MailingRow({ showId, mailing }: { showId: string; mailing: Mailing }) {
  const { t, dateTime } = useWords();
  const { episodeId, title, state, sent, failed, total, finishedAt, dueAt } = mailing;
  return (
    <li>
      <Link to={`/shows/${showId}/episodes/${episodeId}`} className={classes.row}>
        <span className={classes.text}>
          <strong>{title || t('studio.episode.untitled')}</strong>
          <span>{dateTime(finishedAt ?? dueAt)}</span>
        </span>
        <span className={classes.side} style={{ paddingLeft: 0 }}>
          <span>{t('followers.studio.mailings.state', { state, sent, total })}</span>
          {failed > 0 && (
            <span style={{ color: 'var(--warn)' }}>{t('followers.studio.mailings.failed', { n: failed })}</span>
          )}
        </span>
      </Link>
    </li>
  );
}
