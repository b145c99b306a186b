import { Button, Group, Stack, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useRecording } from '../../../api/queries';
import { isUnderWay } from '../../../live/is-under-way';
import type { Episode } from '../../../api/types';
import { latestRevision } from '../../../live/latest-revision';
import { ErrorNote } from '../../../parts/error-note';
import { Loading } from '../../../parts/loading';
import { chooseFile } from '../../../upload/choose-file';
import { UploadCard } from '../../../upload/upload-card';
import { useUploads } from '../../../upload/upload-store';
import { useWords } from '../../../words/words';
import { Section } from '../section';
import { Report } from './report';
import { Work } from './work';

/** The recording: its upload, the work on it, what was measured and how it sounds now. */
export function Sound({ episode, mayEdit }: { episode: Episode; mayEdit: boolean }) {
  const { t } = useWords();
  const view = useRecording(episode.showId, episode.id);
  const upload = useUploads().find((u) => u.episodeId === episode.id && u.phase !== 'done');
  const revision = latestRevision(view.data);
  const elsewhere = view.data?.upload?.state === 'receiving' && !upload ? view.data.upload : null;
  const choose = () => chooseFile(episode.showId, { episodeId: episode.id });
  return (
    <Section id="sound" title={t('studio.sound.title')}>
      {view.isPending && <Loading rows={1} height={120} />}
      {view.isError && <ErrorNote error={view.error} onRetry={() => void view.refetch()} />}
      {upload && (
        <div>
          <Text fw={600}>{upload.fileName}</Text>
          <UploadCard upload={upload} />
        </div>
      )}
      {elsewhere && <Elsewhere {...elsewhere} onChoose={choose} />}
      {revision && !upload && (
        <Stack gap="lg">
          <Work episode={episode} revision={revision} mayEdit={mayEdit} />
          {revision.report && <Report episode={episode} revision={revision} />}
        </Stack>
      )}
      {view.data && !revision && !upload && !elsewhere && (
        <Stack align="flex-start" gap="xs">
          <Text className="soft">{t('studio.sound.none')}</Text>
          {mayEdit && (
            <Button variant="default" leftSection={<IconUpload size={17} aria-hidden />} onClick={choose}>
              {t('studio.sound.choose')}
            </Button>
          )}
        </Stack>
      )}
      {revision && !upload && mayEdit && !isUnderWay(revision.state) && (
        <Group mt="lg">
          <Button variant="default" size="sm" leftSection={<IconUpload size={16} aria-hidden />} onClick={choose}>
            {t('studio.sound.replace')}
          </Button>
          <Text size="sm" className="soft">
            {t('studio.sound.replaceHint')}
          </Text>
        </Group>
      )}
    </Section>
  );
}

interface ElsewhereProps {
  fileName: string;
  receivedBytes: number;
  totalBytes: number;
  onChoose(): void;
}

/** An upload that another window or device began: how far it is, and how to go on with it here. */
function Elsewhere({ fileName, receivedBytes, totalBytes, onChoose }: ElsewhereProps) {
  const { t, bytes } = useWords();
  return (
    <Stack align="flex-start" gap="xs">
      <Text>
        {t('studio.sound.elsewhere', { name: fileName, sent: bytes(receivedBytes), total: bytes(totalBytes) })}
      </Text>
      <Button variant="default" size="sm" onClick={onChoose}>
        {t('studio.upload.chooseAgain')}
      </Button>
    </Stack>
  );
}
