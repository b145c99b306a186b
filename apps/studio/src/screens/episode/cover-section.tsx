import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { dropEpisodeCover, putEpisodeCover } from '../../api/episode.calls';
import { keepEpisode } from '../../api/queries';
import type { Episode, Show } from '../../api/types';
import { CoverField } from '../../parts/cover-field';
import { toSentence } from '../../parts/error-note';
import { useWords } from '../../words/words';
import { Proposal } from './proposal';
import { Section } from './section';

/** The episode's own cover, or the show's; a picture found in the file is proposed. */
export function CoverSection({ episode, show }: { episode: Episode; show: Show }) {
  const words = useWords();
  const { t } = words;
  const { showId, id, working } = episode;
  const own = working.cover?.url ?? null;
  const put = useMutation({
    mutationFn: (picture: Blob | null) =>
      picture
        ? putEpisodeCover(showId, id, working.versions.cover, picture)
        : dropEpisodeCover(showId, id, working.versions.cover),
    onSuccess: keepEpisode,
  });
  const accept = async () => own && put.mutate(await (await fetch(own)).blob());
  return (
    <Section id="cover" title={t('studio.cover.label')}>
      <Proposal
        source={own ? working.proposals['cover'] : undefined}
        what={t('studio.cover.label')}
        onAccept={() => void accept()}
        onDismiss={() => put.mutate(null)}
      >
        <CoverField
          label={own ? t('studio.cover.own') : t('studio.cover.fromShow')}
          description={t('studio.cover.hint')}
          url={own ?? show.cover?.url ?? null}
          name={show.texts[0]?.title ?? ''}
          isBusy={put.isPending}
          error={put.error ? toSentence(put.error, words) : undefined}
          onPick={(file) => put.mutate(file)}
          onRemove={own ? () => put.mutate(null) : undefined}
        />
      </Proposal>
      {own && show.cover && (
        <Text size="sm" className="soft" mt="xs">
          {t('studio.cover.removeHint')}
        </Text>
      )}
    </Section>
  );
}
