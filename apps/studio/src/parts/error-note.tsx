import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCloudOff } from '@tabler/icons-react';
import { Problem, Unreachable } from '../api/problem';
import { useWords, type Words } from '../words/words';

/** What happened, what is safe, what to do; with the code that support asks for. */
export function ErrorNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const words = useWords();
  const offline = error instanceof Unreachable;
  return (
    <Alert
      role="alert"
      variant="outline"
      color={offline ? 'gray' : 'accent'}
      icon={offline ? <IconCloudOff aria-hidden /> : <IconAlertTriangle aria-hidden />}
      title={offline ? words.t('studio.error.offlineTitle') : words.t('studio.error.title')}
      maw={640}
    >
      <Text>{toSentence(error, words)}</Text>
      <Group mt="xs" gap="md">
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {words.t('studio.error.retry')}
          </Button>
        )}
        {error instanceof Problem && (
          <Text size="sm" className="soft">
            {words.t('studio.error.code', { code: error.code })}
          </Text>
        )}
      </Group>
    </Alert>
  );
}

/** The server's own sentence where it gave one. */
export function toSentence(error: unknown, { t }: Words): string {
  if (error instanceof Unreachable) return t('studio.error.offline');
  if (error instanceof Problem && error.detail) return error.detail;
  return t('studio.error.unknown');
}
