import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { isKey } from '#libs/messages';
import { feedKeys, type FeedVersion, restoreVersion } from '../../api/feed.calls';
import { Problem } from '../../api/problem';
import { queryClient } from '../../api/queries';
import { ErrorNote } from '../../parts/error-note';
import { tell } from '../../parts/toast';
import { useWords } from '../../words/words';

interface Props {
  showId: string;
  feedId: string;
  version: FeedVersion;
  onClose(): void;
}

/** Puts an old version back after saying what that means; what it would take from listeners is asked for by name. */
export function RestoreDialog({ showId, feedId, version, onClose }: Props) {
  const { t, dateTime } = useWords();
  const restore = useMutation({
    mutationFn: (acceptMissing: boolean) => restoreVersion(showId, feedId, version.id, acceptMissing),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: feedKeys.feeds(showId) });
      await queryClient.invalidateQueries({ queryKey: ['feed-versions', feedId] });
      tell(t('feed.restore.done'));
      onClose();
    },
  });
  const problem = restore.error instanceof Problem ? restore.error : undefined;
  const missing = listOf(problem, 'FEED_VERSION_LACKS_EPISODES', 'missing');
  const unsafe = listOf(problem, 'FEED_VERSION_UNSAFE', 'problems');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('feed.restore.title')}
      closeButtonProps={{ 'aria-label': t('studio.close') }}
    >
      <Stack>
        <Text>{t('feed.restore.text', { when: dateTime(version.changedAt) })}</Text>
        {missing && (
          <Alert role="alert" variant="outline" color="accent" icon={<IconAlertTriangle aria-hidden />}>
            <Text>{t('feed.restore.missing', { n: missing.length })}</Text>
            <ul>
              {missing.map(({ title }, i) => (
                <li key={i}>{title}</li>
              ))}
            </ul>
          </Alert>
        )}
        {unsafe && (
          <Alert role="alert" variant="outline" color="accent" icon={<IconAlertTriangle aria-hidden />}>
            <Text>{t('feed.restore.unsafe')}</Text>
            <ul>
              {unsafe.map(({ code, title }, i) => {
                const key = `feed.restore.${code}`;
                return <li key={i}>{isKey(key) ? t(key, { title }) : title}</li>;
              })}
            </ul>
          </Alert>
        )}
        {restore.error && !missing && !unsafe && <ErrorNote error={restore.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('studio.cancel')}
          </Button>
          {!unsafe && (
            <Button loading={restore.isPending} onClick={() => restore.mutate(missing !== undefined)}>
              {missing ? t('feed.restore.anyway') : t('feed.restore.confirm')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function listOf(
  problem: Problem | undefined,
  code: string,
  name: string,
): { code: string; title: string }[] | undefined {
  return problem?.code === code ? ((problem.extra[name] ?? []) as { code: string; title: string }[]) : undefined;
}
