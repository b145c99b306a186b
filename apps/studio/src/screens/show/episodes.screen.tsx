import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useEpisodes } from '../../api/queries';
import type { EpisodeState, EpisodeSummary } from '../../api/types';
import { Empty } from '../../parts/empty';
import { ErrorNote } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { useWords } from '../../words/words';
import { EpisodeRow } from '../home/episode-row';
import { Section } from '../home/section';
import { UploadInvitation } from '../home/upload-invitation';
import { useLoadedShow } from './show.layout';

type Filter = 'all' | EpisodeState;

/** Every episode of a show, drafts first, by state. */
export function EpisodesScreen() {
  const { t } = useWords();
  const show = useLoadedShow();
  const episodes = useEpisodes(show.id);
  const [filter, setFilter] = useState<Filter>('all');
  if (episodes.isPending) return <Loading />;
  if (episodes.isError) return <ErrorNote error={episodes.error} onRetry={() => void episodes.refetch()} />;
  const shown = episodes.data.filter((e) => filter === 'all' || e.state === filter);
  return (
    <>
      {show.role !== 'moderator' && <UploadInvitation showId={show.id} />}
      {episodes.data.length > 3 && (
        <SegmentedControl
          mt="xl"
          aria-label={t('studio.show.filter')}
          value={filter}
          onChange={(value) => setFilter(value as Filter)}
          data={[
            { value: 'all', label: t('studio.show.filterAll') },
            { value: 'draft', label: t('studio.state.draft') },
            { value: 'scheduled', label: t('studio.state.scheduled') },
            { value: 'published', label: t('studio.state.published') },
          ]}
        />
      )}
      {episodes.data.length === 0 ? (
        <div style={{ marginTop: 32 }}>
          <Empty title={t('studio.show.noEpisodes')} text={t('studio.show.noEpisodesText')} />
        </div>
      ) : (
        <Section title={t('studio.show.episodes')} empty={t('studio.show.noneInFilter')}>
          {[...shown].sort(byAge).map((episode) => (
            <EpisodeRow key={episode.id} episode={episode} />
          ))}
        </Section>
      )}
    </>
  );
}

function byAge(a: EpisodeSummary, b: EpisodeSummary): number {
  const key = (e: EpisodeSummary) => e.scheduledAt ?? e.publishedAt ?? '9999' + e.updatedAt;
  return key(b).localeCompare(key(a));
}
