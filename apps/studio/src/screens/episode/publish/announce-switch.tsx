import { Anchor, Switch, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { announceEpisode } from '../../../api/files.calls';
import { keepEpisode } from '../../../api/queries';
import type { Episode } from '../../../api/types';
import { ErrorNote } from '../../../parts/error-note';
import { useWords } from '../../../words/words';
import { flushAll } from '../autosave/save-states';

/** Whether the page is there before the release, in plain words: what is seen, and what is not. */
export function AnnounceSwitch({ episode }: { episode: Episode }) {
  const { t, language } = useWords();
  const act = useMutation({
    mutationFn: async (isAnnounced: boolean) => {
      await flushAll();
      return announceEpisode(episode.showId, episode.id, isAnnounced);
    },
    onSuccess: keepEpisode,
  });
  const href = episode.pageUrl[language] ?? episode.pageUrl.fr ?? episode.pageUrl.en;
  return (
    <div>
      <Switch
        label={t('studio.announce.label')}
        description={`${t('studio.announce.hint')} ${t('studio.announce.kit')}`}
        checked={act.isPending ? act.variables : episode.isAnnounced}
        disabled={act.isPending}
        onChange={(e) => act.mutate(e.currentTarget.checked)}
      />
      {episode.isAnnounced && href && (
        <Text size="sm" mt="xs">
          <Anchor href={href} target="_blank" rel="noreferrer" size="sm">
            {t('studio.announce.open')}
          </Anchor>
        </Text>
      )}
      {act.error && <ErrorNote error={act.error} />}
    </div>
  );
}
