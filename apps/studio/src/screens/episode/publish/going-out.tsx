import { Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Episode } from '../../../api/types';
import { announce } from '../../../parts/announcer';
import { useWords } from '../../../words/words';
import classes from '../episode.module.css';

/** Up to here before its release an episode is counted down. */
const nearMs = 120_000;
/** What the bar shows when it is full. */
const fullMs = 60_000;

/** Whether an episode goes out so soon that the seconds are worth showing. */
export function isGoingOut({ state, scheduledAt, blockers }: Episode, now = Date.now()): boolean {
  if (state !== 'scheduled' || !scheduledAt || blockers.length > 0) return false;
  return Date.parse(scheduledAt) - now <= nearMs;
}

interface Props {
  episode: Episode;
  isBusy: boolean;
  onUndo(): void;
}

/** The seconds before a release, in which it can be taken back. Whether it still can, the server decides, not this clock. */
export function GoingOut({ episode, isBusy, onUndo }: Props) {
  const { t } = useWords();
  const leftMs = useTimeLeft(Date.parse(episode.scheduledAt ?? ''));
  const seconds = Math.ceil(leftMs / 1000);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (seconds === 30 || seconds === 10) announce(`${t('release.title')}: ${t('release.left', { seconds })}`);
    if (seconds === 0) announce(t('release.now'));
  }, [seconds, t]);
  return (
    <Stack gap="sm">
      <Title order={3} ref={heading} tabIndex={-1} className={classes.countdownTitle}>
        {t('release.title')}
      </Title>
      <Text role="timer" aria-live="off" className={classes.countdown}>
        {t('release.left', { seconds })}
      </Text>
      <Progress
        value={Math.min(100, (leftMs / fullMs) * 100)}
        aria-label={t('release.progress')}
        transitionDuration={250}
      />
      <Text className="soft">{seconds > 0 ? t('release.hint') : t('release.now')}</Text>
      <Group>
        <Button
          size="md"
          variant="default"
          leftSection={<IconArrowBackUp size={18} aria-hidden />}
          loading={isBusy}
          onClick={onUndo}
        >
          {t('release.undo')}
        </Button>
      </Group>
    </Stack>
  );
}

/** Milliseconds until an instant, never below 0, four times a second. */
function useTimeLeft(at: number): number {
  const [left, setLeft] = useState(() => Math.max(0, at - Date.now()));
  useEffect(() => {
    const tick = () => setLeft(Math.max(0, at - Date.now()));
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [at]);
  return left;
}
