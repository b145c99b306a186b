import { Badge } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCalendarTime,
  IconCheck,
  IconEyeOff,
  IconHandStop,
  IconLoader,
  IconPencil,
  IconX,
} from '@tabler/icons-react';
import type { EpisodeState, WorkState } from '../api/types';
import { useWords } from '../words/words';
import type { Key } from '#libs/messages';

const episodeStates: Record<EpisodeState, Look> = {
  draft: { word: 'studio.state.draft', icon: IconPencil, color: 'var(--ink-soft)' },
  scheduled: { word: 'studio.state.scheduled', icon: IconCalendarTime, color: 'var(--after)' },
  published: { word: 'studio.state.published', icon: IconCheck, color: 'var(--good)' },
  withdrawn: { word: 'studio.state.withdrawn', icon: IconEyeOff, color: 'var(--warn)' },
};

const workStates: Record<WorkState, Look> = {
  waiting: { word: 'studio.work.waiting', icon: IconLoader, color: 'var(--ink-soft)' },
  running: { word: 'studio.work.running', icon: IconLoader, color: 'var(--after)' },
  'needs-you': { word: 'studio.work.needsYou', icon: IconHandStop, color: 'var(--warn)' },
  done: { word: 'studio.work.done', icon: IconCheck, color: 'var(--good)' },
  failed: { word: 'studio.work.failed', icon: IconAlertTriangle, color: 'var(--bad)' },
  cancelled: { word: 'studio.work.cancelled', icon: IconX, color: 'var(--ink-soft)' },
};

/** A state is never colour alone: an icon and a word. */
export function EpisodeStateBadge({ state }: { state: EpisodeState }) {
  return <StateBadge {...episodeStates[state]} />;
}

export function WorkStateBadge({ state }: { state: WorkState }) {
  return <StateBadge {...workStates[state]} />;
}

interface Look {
  word: Key;
  icon: typeof IconCheck;
  color: string;
}

function StateBadge({ word, icon: Icon, color }: Look) {
  const { t } = useWords();
  return (
    <Badge
      leftSection={<Icon size={13} aria-hidden />}
      styles={{ root: { color, borderColor: 'var(--line-strong)', textTransform: 'none', fontWeight: 600 } }}
    >
      {t(word)}
    </Badge>
  );
}
