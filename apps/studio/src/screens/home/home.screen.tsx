import { useQueries } from '@tanstack/react-query';
import { listEpisodes } from '../../api/episode.calls';
import { keys, useJobs, useMe, useShows } from '../../api/queries';
import { isUnderWay } from '../../live/is-under-way';
import { ErrorNote } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { PageTitle } from '../../parts/page-title';
import { useWords } from '../../words/words';
import { EpisodeRow } from './episode-row';
import { FirstSteps } from './first-steps';
import { RunningRow } from './running-row';
import { Section } from './section';
import { UploadInvitation } from './upload-invitation';
import { sortToday } from './today';

/** "Today": what needs you, what runs, what goes out next, what went out last. */
export function HomeScreen() {
  const { t } = useWords();
  const me = useMe();
  const shows = useShows();
  const jobs = useJobs();
  const episodes = useQueries({
    queries: (shows.data ?? []).map((show) => ({
      queryKey: keys.episodes(show.id),
      queryFn: () => listEpisodes(show.id),
    })),
    combine: (results) => ({
      items: results.flatMap((r) => r.data ?? []),
      isPending: results.some((r) => r.isPending),
    }),
  });
  if (shows.isPending || (shows.data?.length && episodes.isPending)) {
    return (
      <>
        <PageTitle title={t('studio.home.title')} />
        <Loading rows={4} />
      </>
    );
  }
  if (shows.isError) return <ErrorNote error={shows.error} onRetry={() => void shows.refetch()} />;
  if (shows.data.length === 0) return <FirstSteps name={me.data?.name ?? ''} />;

  const running = (jobs.data ?? []).filter((job) => isUnderWay(job.state));
  const { needsYou, scheduled, latest } = sortToday(episodes.items, jobs.data ?? []);
  return (
    <>
      <PageTitle title={t('studio.home.title')} />
      <UploadInvitation />
      <Section title={t('studio.home.needsYou')} empty={t('studio.home.allClear')}>
        {needsYou.map(({ episode, reason }) => (
          <EpisodeRow key={episode.id} episode={episode} shows={shows.data} note={t(reason)} />
        ))}
      </Section>
      <Section title={t('studio.home.running')}>
        {running.map((job) => (
          <RunningRow key={job.id} job={job} />
        ))}
      </Section>
      <Section title={t('studio.home.scheduled')}>
        {scheduled.map((episode) => (
          <EpisodeRow key={episode.id} episode={episode} shows={shows.data} />
        ))}
      </Section>
      <Section title={t('studio.home.latest')}>
        {latest.map((episode) => (
          <EpisodeRow key={episode.id} episode={episode} shows={shows.data} />
        ))}
      </Section>
    </>
  );
}
