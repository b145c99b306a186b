import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconCircleCheck, IconClock, IconMailForward } from '@tabler/icons-react';
import { isKey, type Key } from '#libs/messages';
import { useWords } from '../../../words/words';

const looks: Record<string, { color: string; Icon: typeof IconClock }> = {
  invited: { color: 'gray', Icon: IconMailForward },
  filled: { color: 'gray', Icon: IconCircleCheck },
  proposed: { color: 'gray', Icon: IconClock },
  reviewing: { color: 'gray', Icon: IconClock },
  silent: { color: 'accent', Icon: IconAlertTriangle },
  declined: { color: 'accent', Icon: IconBan },
  withdrawn: { color: 'accent', Icon: IconBan },
};

/** Where a guest and an episode stand, as an icon and a word (`ux:K-01`). */
export function StageBadge({ stage }: { stage: string }) {
  const { t } = useWords();
  const { color, Icon } = looks[stage] ?? { color: 'after', Icon: IconCircleCheck };
  const word = `kitdesk.stage.${stage}`;
  return (
    <Badge variant="outline" color={color} leftSection={<Icon size={13} aria-hidden />} tt="none">
      {isKey(word) ? t(word as Key) : stage}
    </Badge>
  );
}
