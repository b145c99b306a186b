import { Drawer, Stack, Text } from '@mantine/core';
import type { Episode, Show } from '../../../api/types';
import { ErrorNote } from '../../../parts/error-note';
import { useWords } from '../../../words/words';
import { FeedPreview } from '../../feed/feed-preview';
import { isTimeProblem } from './act';
import { AnnounceSwitch } from './announce-switch';
import { toAdvice } from './advice';
import { Checklist } from './checklist';
import { GoingOut, isGoingOut } from './going-out';
import { Published } from './published';
import { usePublishing } from './use-publishing';
import { useRelease } from './use-release';
import { When } from './when';

interface Props {
  episode: Episode;
  show: Show;
  isOpen: boolean;
  onClose(): void;
  onJump(field: string): void;
}

/** Can it go, and when: what blocks, what is worth a look, now or later; afterwards, where it can be seen. */
export function PublishPanel({ episode, show, isOpen, onClose, onJump }: Props) {
  const { t } = useWords();
  const { act, undo } = usePublishing(episode);
  const isOut = episode.state === 'published';
  const isSoon = isGoingOut(episode);
  useRelease(episode);
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
        {isSoon && <GoingOut episode={episode} isBusy={undo.isPending} onUndo={() => undo.mutate()} />}
        {!isOut && episode.blockers.length > 0 && (
          <Checklist kind="blocking" episode={episode} lines={episode.blockers} onJump={onJump} />
        )}
        {!isOut && !isSoon && episode.blockers.length === 0 && <Text c="var(--good)">{t('studio.publish.ready')}</Text>}
        {!isOut && advice.length > 0 && advisory}
        {isOut && <Published episode={episode} isBusy={act.isPending} onAct={act.mutate} />}
        {!isOut && !isSoon && (
          <When episode={episode} show={show} isBusy={act.isPending} problem={act.error} onAct={act.mutate} />
        )}
        {!isOut && !isSoon && <AnnounceSwitch episode={episode} />}
        {isOut && advice.length > 0 && advisory}
        {act.error && !isTimeProblem(act.error) && <ErrorNote error={act.error} />}
        {isOpen && <FeedPreview episode={episode} onJump={onJump} />}
      </Stack>
    </Drawer>
  );
}
