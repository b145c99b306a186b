import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { checkMove, type Import, keepImport } from '../../api/import.calls';
import { CopyField } from '../../parts/copy-field';
import { toSentence } from '../../parts/error-note';
import { tellProblem } from '../../parts/toast';
import { useWords } from '../../words/words';

/** What is to be done at the old host so that listeners follow, and whether it is done. */
export function OldHouse({ found: { id, feedUrl, move, channel } }: { found: Import }) {
  const words = useWords();
  const { t } = words;
  const check = useMutation({
    mutationFn: () => checkMove(id),
    onSuccess: keepImport,
    onError: (error) => tellProblem(toSentence(error, words)),
  });
  if (!feedUrl) return null;
  const isAsking = check.isPending || move?.state === 'waiting';
  return (
    <Stack component="section" maw={680} gap="md">
      <Title order={2}>{t('studio.import.house')}</Title>
      <Text>{t('studio.import.houseText')}</Text>
      <CopyField label={t('studio.import.house301')} value={feedUrl} />
      <CopyField label={t('studio.import.houseTag')} value={`<itunes:new-feed-url>${feedUrl}</itunes:new-feed-url>`} />
      {channel?.locked && <Text>{t('studio.import.houseLock')}</Text>}
      <Group gap="md" align="center">
        <Button variant="default" loading={isAsking} onClick={() => check.mutate()}>
          {t('studio.import.check')}
        </Button>
        <div role="status">{move && move.state !== 'waiting' && <Answer move={move} />}</div>
      </Group>
    </Stack>
  );
}

function Answer({ move }: { move: NonNullable<Import['move']> }) {
  const { t, ago } = useWords();
  const { state, to, status, checkedAt } = move;
  if (state === 'waiting') return null;
  return (
    <>
      <Text style={{ overflowWrap: 'anywhere' }}>
        {t(`studio.import.move.${state}`, { to, status: status === null ? 'none' : String(status) })}
      </Text>
      {checkedAt && (
        <Text size="sm" className="soft">
          {t('studio.import.checkedAt', { when: ago(checkedAt) })}
        </Text>
      )}
    </>
  );
}
