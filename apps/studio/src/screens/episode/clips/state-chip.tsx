import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconCircleCheck, IconClock, IconPin, IconSparkles } from '@tabler/icons-react';
import { useWords } from '../../../words/words';

const looks = {
  proposed: { color: 'gray', Icon: IconSparkles },
  picked: { color: 'after', Icon: IconPin },
  asked: { color: 'gray', Icon: IconClock },
  approved: { color: 'after', Icon: IconCircleCheck },
  refused: { color: 'accent', Icon: IconBan },
  stale: { color: 'accent', Icon: IconAlertTriangle },
} as const;

interface Props {
  of: 'clip' | 'quote';
  state: Exclude<keyof typeof looks, 'stale'>;
  isStale: boolean;
}

/** Where a clip or quote stands: an icon and a word. */
export function StateChip({ of, state, isStale }: Props) {
  const { t } = useWords();
  const shown = isStale ? 'stale' : state;
  const { color, Icon } = looks[shown];
  return (
    <Badge
      variant={shown === 'approved' ? 'filled' : 'outline'}
      color={color}
      leftSection={<Icon size={13} aria-hidden />}
      tt="none"
    >
      {t(`clip.state.${shown}`, { of })}
    </Badge>
  );
}
