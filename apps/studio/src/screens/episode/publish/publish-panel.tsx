import { Drawer, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { publish, schedule, unpublish, unschedule, update } from '../../../api/episode.calls';
import { Problem } from '../../../api/problem';
import { keepEpisode, refreshCatalog } from '../../../api/queries';
import type { Episode, Show } from '../../../api/types';
import { ErrorNote } from '../../../parts/error-note';
import { tell } from '../../../parts/toast';
import { useWords } from '../../../words/words';
import { flushAll } from '../autosave/save-states';
import { type Act, isTimeProblem } from './act';
import { Checklist } from './checklist';
import { toAdvice } from './advice';
import { Published } from './published';
import { When } from './when';

interface Props {
  episode: Episode;
  show: Show;
  isOpen: boolean;
  onClose(): void;
  onJump(field: string): void;
}

const done = {
  publish: 'studio.publish.done.publish',
  update: 'studio.publish.done.update',
  unpublish: 'studio.publish.unpublished',
  unschedule: 'studio.publish.done.unschedule',
  schedule: 'studio.publish.done.schedule',
} as const;

/** Can it go, and when: what blocks, what is worth a look, now or later; afterwards, where it can be seen. */
export function PublishPanel({ episode, show, isOpen, onClose, onJump }: Props) {
  const { t } = useWords();
  const act = useMutation({
    mutationFn: async (wanted: Act) => {
      if (!(await flushAll())) throw new Problem(0, 'NOT_SAVED', t('studio.publish.notSaved'));
      return perform(episode, wanted);
    },
    onSuccess: (answer, wanted) => {
      keepEpisode(answer);
      refreshCatalog();
      tell(t(done[wanted.do]));
    },
  });
  const isOut = episode.state === 'published';
  const advice = toAdvice(episode.working, show);
  const advisory = <Checklist kind="advisory" episode={episode} lines={advice} onJump={onJump} />;
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size={520}
      title={isOut ? t('studio.publish.titlePublished') : t('studio.publish.title')}
      closeButtonProps={{ 'aria-label': t('studio.close'), size: 'lg' }}
    >
      <Stack gap="xl" pb="xl">
        {!isOut && episode.blockers.length > 0 && (
          <Checklist kind="blocking" episode={episode} lines={episode.blockers} onJump={onJump} />
        )}
        {!isOut && episode.blockers.length === 0 && <Text c="var(--good)">{t('studio.publish.ready')}</Text>}
        {!isOut && advice.length > 0 && advisory}
        {isOut ? (
          <Published episode={episode} isBusy={act.isPending} onAct={act.mutate} />
        ) : (
          <When episode={episode} show={show} isBusy={act.isPending} problem={act.error} onAct={act.mutate} />
        )}
        {isOut && advice.length > 0 && advisory}
        {act.error && !isTimeProblem(act.error) && <ErrorNote error={act.error} />}
      </Stack>
    </Drawer>
  );
}

function perform({ showId, id }: Episode, wanted: Act): Promise<Episode> {
  if (wanted.do === 'schedule') return schedule(showId, id, wanted.form);
  return { publish, update, unpublish, unschedule }[wanted.do](showId, id);
}
