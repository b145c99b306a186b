import { Text } from '@mantine/core';
import { useWords } from '../../../../words/words';
import type { Stage } from '../stage/use-stage';

/** A side that this browser cannot play. */
export function BrokenNote({ stage: { heard } }: { stage: Stage }) {
  const { t } = useWords();
  if (!heard.broken.before && !heard.broken.after) return null;
  return (
    <Text size="sm" c="var(--warn)" role="alert">
      {t(heard.broken.before ? 'studio.sound.cannotPlayBefore' : 'studio.sound.cannotPlayAfter')}
    </Text>
  );
}
