import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { dropEpisodeCover, putEpisodeCover } from '../../api/catalog.calls';
import { keepEpisode } from '../../api/queries';
import type { Episode, Show } from '../../api/types';
import { CoverField } from '../../parts/cover-field';
import { toSentence } from '../../parts/error-note';
import { onProposedCover, proposeCover, proposedCover } from '../../upload/proposed-covers';
import { useWords } from '../../words/words';
import { Proposal } from './proposal';
import { Section } from './section';

/** The episode's own cover, or the show's; a picture found in the file is proposed. */
export function CoverSection({ episode, show }: { episode: Episode; show: Show | undefined }) {
  const words = useWords();
  const { t } = words;
  const proposed = useSyncExternalStore(onProposedCover, () => proposedCover(episode.id));
  const proposedUrl = useMemo(() => (proposed ? URL.createObjectURL(proposed) : null), [proposed]);
  useEffect(() => () => void (proposedUrl && URL.revokeObjectURL(proposedUrl)), [proposedUrl]);
  const own = episode.working.cover?.url ?? null;
  const put = useMutation({
    mutationFn: (picture: Blob | null) =>
      picture
        ? putEpisodeCover(episode.showId, episode.id, episode.working.versions.cover, picture)
        : dropEpisodeCover(episode.showId, episode.id, episode.working.versions.cover),
    onSuccess: (answer) => {
      proposeCover(episode.id, null);
      keepEpisode(answer);
    },
  });
  return (
    <Section id="cover" title={t('studio.cover.label')}>
      <Proposal
        source={proposed && !own ? 'tags' : undefined}
        what={t('studio.cover.label')}
        onAccept={() => proposed && put.mutate(proposed)}
        onDismiss={() => proposeCover(episode.id, null)}
      >
        <CoverField
          label={own ? t('studio.cover.own') : t('studio.cover.fromShow')}
          description={t('studio.cover.hint')}
          url={own ?? proposedUrl ?? show?.cover?.url ?? null}
          name={show?.texts[0]?.title ?? ''}
          isBusy={put.isPending}
          error={put.error ? toSentence(put.error, words) : undefined}
          onPick={(file) => put.mutate(file)}
          onRemove={own ? () => put.mutate(null) : undefined}
        />
      </Proposal>
      {own && show?.cover && (
        <Text size="sm" className="soft" mt="xs">
          {t('studio.cover.removeHint')}
        </Text>
      )}
    </Section>
  );
}
