import { Alert, Button, Group, Text } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import type { Problem } from '../../../api/problem';
import { useWords } from '../../../words/words';

export interface PossibleTime {
  local: string;
  offset: string;
  at: string;
}

/** A time that the clocks jump over or show twice: the two ways it can be meant. */
export function TimeChoices({ problem, onChoose }: { problem: Problem; onChoose(time: PossibleTime): void }) {
  const { t } = useWords();
  const possible = (problem.extra['possible'] ?? []) as PossibleTime[];
  return (
    <Alert role="alert" variant="outline" color="gray" icon={<IconClockExclamation aria-hidden />}>
      <Text>{problem.detail}</Text>
      <Group mt="sm" gap="xs">
        {possible.map((time) => (
          <Button key={time.at} size="sm" variant="default" onClick={() => onChoose(time)}>
            {t('studio.publish.choice', { time: time.local.slice(11), offset: time.offset })}
          </Button>
        ))}
      </Group>
    </Alert>
  );
}
