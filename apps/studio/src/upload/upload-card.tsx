import { Button, Group, Progress, Text } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useEffect } from 'react';
import { announceProgress } from '../parts/announcer';
import { useWords, type Words } from '../words/words';
import { chooseFile } from './choose-file';
import type { UploadEntry } from './upload-store';
import { abandonUpload, pauseUpload, resumeUpload } from './uploads';

/** One upload in words: bytes, speed, what remains; pause, go on, or choose the same file again. */
export function UploadCard({ upload }: { upload: UploadEntry }) {
  const words = useWords();
  const { t } = words;
  const { phase, sentBytes, totalBytes, showId, episodeId, id } = upload;
  const share = totalBytes ? (sentBytes / totalBytes) * 100 : 0;
  const sentence = toSentence(upload, words);
  useEffect(() => announceProgress(`${upload.fileName}: ${sentence}`), [sentence, upload.fileName]);
  const again = () => chooseFile(showId, { episodeId });
  return (
    <div>
      <Progress
        mt="xs"
        mb={6}
        size="md"
        radius={0}
        value={share}
        color={phase === 'failed' || phase === 'differs' ? 'accent' : 'after'}
        aria-label={t('studio.upload.progress', { name: upload.fileName })}
      />
      <Text size="sm" className={phase === 'failed' || phase === 'differs' ? undefined : 'soft'}>
        {sentence}
      </Text>
      <Group gap="xs" mt={phase === 'done' || phase === 'checking' ? 0 : 'xs'}>
        {phase === 'sending' && (
          <Small icon={<IconPlayerPause size={15} aria-hidden />} onClick={() => pauseUpload(id)}>
            {t('studio.upload.pause')}
          </Small>
        )}
        {phase === 'paused' && (
          <Small icon={<IconPlayerPlay size={15} aria-hidden />} onClick={() => resumeUpload(id)}>
            {t('studio.upload.resume')}
          </Small>
        )}
        {(phase === 'ghost' || phase === 'failed' || phase === 'differs') && (
          <>
            <Small onClick={again}>{t('studio.upload.chooseAgain')}</Small>
            <Small onClick={() => abandonUpload(id)}>{t('studio.upload.abandon')}</Small>
          </>
        )}
      </Group>
    </div>
  );
}

function Small(props: { icon?: React.ReactNode; onClick(): void; children: React.ReactNode }) {
  return (
    <Button size="xs" variant="default" leftSection={props.icon} onClick={props.onClick}>
      {props.children}
    </Button>
  );
}

function toSentence(upload: UploadEntry, { t, bytes, duration, number }: Words): string {
  const { phase, sentBytes, totalBytes, speed } = upload;
  const percent = number(totalBytes ? (sentBytes / totalBytes) * 100 : 0);
  const sizes = { sent: bytes(sentBytes), total: bytes(totalBytes), percent };
  if (phase === 'sending' && speed) {
    const left = duration(((totalBytes - sentBytes) / speed) * 1000);
    return t('studio.upload.sending', { ...sizes, speed: bytes(speed), left });
  }
  if (phase === 'sending') return t('studio.upload.starting', sizes);
  if (phase === 'paused') return t('studio.upload.paused', sizes);
  if (phase === 'offline') return t('studio.upload.offline', sizes);
  if (phase === 'ghost') return t('studio.upload.ghost', sizes);
  if (phase === 'checking') return t('studio.upload.checking');
  if (phase === 'done') return t('studio.upload.done', sizes);
  if (phase === 'differs') return upload.message || t('studio.upload.differs');
  return upload.message || t('studio.upload.failed');
}
