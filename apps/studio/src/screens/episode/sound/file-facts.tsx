import { Group, Text } from '@mantine/core';
import type { Revision } from '../../../api/types';
import { useWords } from '../../../words/words';

/** What the recording is called, how long it is and how large its MP3. */
export function FileFacts({ revision: { originalName, durationMs, mp3 } }: { revision: Revision }) {
  const { t, duration, bytes } = useWords();
  const facts = [durationMs ? duration(durationMs) : '', mp3 ? t('studio.sound.mp3', { size: bytes(mp3.bytes) }) : ''];
  return (
    <Group justify="space-between" gap="xs">
      <Text fw={600}>{originalName || t('studio.sound.title')}</Text>
      <Text size="sm" className="soft">
        {facts.filter(Boolean).join(' · ')}
      </Text>
    </Group>
  );
}
