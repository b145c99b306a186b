import { isKey } from '#libs/messages';
import { Button, Group, Progress, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { dropExport, exportKeys, isUnderWay, orderExport, type ShowExport } from '../../../api/export.calls';
import { queryClient } from '../../../api/queries';
import { toSentence } from '../../../parts/error-note';
import { tell, tellProblem } from '../../../parts/toast';
import { useWords } from '../../../words/words';
import classes from './export.module.css';

/** An archive: how far it is, or what it is and where to fetch it, or why there is none. */
export function ArchiveRow({ showId, archive }: { showId: string; archive: ShowExport }) {
  const words = useWords();
  const { t, dateTime } = words;
  const { id, baseUrl, withOriginals, withDrafts, state } = archive;
  const act = useMutation({
    mutationFn: async (what: 'drop' | 'again') => {
      await dropExport(showId, id);
      if (what === 'again') await orderExport(showId, { baseUrl, withOriginals, withDrafts });
    },
    onSuccess: (_, what) => {
      if (what === 'drop') tell(t(isUnderWay(archive) ? 'studio.export.cancelled' : 'studio.export.deleted'));
    },
    onSettled: () => void queryClient.invalidateQueries({ queryKey: exportKeys.list(showId) }),
    onError: (error) => tellProblem(toSentence(error, words)),
  });
  const extras = [
    withOriginals && t('studio.export.withOriginalsShort'),
    withDrafts && t('studio.export.withDraftsShort'),
  ].filter(Boolean);
  return (
    <li className={classes.archive}>
      <div className={classes.about}>
        <Text fw={600}>{dateTime(archive.createdAt)}</Text>
        <Text size="sm" className="soft" style={{ overflowWrap: 'anywhere' }}>
          {[baseUrl, ...extras].join(' · ')}
        </Text>
        <State archive={archive} />
      </div>
      <Group gap="xs">
        {archive.url && (
          <Button
            component="a"
            href={archive.url}
            download
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
            aria-label={t('studio.export.downloadNamed', { date: dateTime(archive.createdAt) })}
          >
            {t('studio.export.download')}
          </Button>
        )}
        {state === 'failed' && (
          <Button variant="default" loading={act.isPending} onClick={() => act.mutate('again')}>
            {t('studio.export.again')}
          </Button>
        )}
        <Button variant="subtle" color="gray" disabled={act.isPending} onClick={() => act.mutate('drop')}>
          {t(isUnderWay(archive) ? 'studio.export.cancel' : 'studio.export.delete')}
        </Button>
      </Group>
    </li>
  );
}

function State({ archive }: { archive: ShowExport }) {
  const { t, bytes, number, date } = useWords();
  const { state, step, bytesDone, bytesTotal, errorCode } = archive;
  if (state === 'waiting') return <Text size="sm">{t('studio.export.waiting')}</Text>;
  if (state === 'failed') {
    const key = `error.${errorCode}`;
    const reason = t(isKey(key) ? key : 'error.INTERNAL');
    return (
      <Text size="sm" c="var(--warn)">
        {t('studio.export.failed', { reason })}
      </Text>
    );
  }
  if (state === 'done') {
    const files = { n: archive.fileCount ?? 0, number: number(archive.fileCount ?? 0) };
    return (
      <Text size="sm">
        {t('studio.export.ready', { size: bytes(archive.bytes ?? 0), ...files, date: date(archive.expiresAt!) })}
      </Text>
    );
  }
  const parts = { done: bytes(bytesDone), total: bytes(bytesTotal) };
  const isKnown = bytesTotal > 0;
  return (
    <>
      <Text size="sm" aria-live="polite">
        {isKnown
          ? t(step === 'write' ? 'studio.export.writing' : 'studio.export.checking', parts)
          : t('studio.export.begins')}
      </Text>
      <Progress
        value={isKnown ? (bytesDone / bytesTotal) * 100 : 0}
        color="after"
        size="sm"
        mt={6}
        aria-label={t('studio.export.progress', { url: archive.baseUrl })}
      />
    </>
  );
}
