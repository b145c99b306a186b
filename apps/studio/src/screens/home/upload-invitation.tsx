import { Button, Text, Title } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { chooseFile } from '../../upload/choose-file';
import { useWords } from '../../words/words';
import classes from './home.module.css';

/** The one thing a producer comes for. */
export function UploadInvitation({ showId, eventId }: { showId?: string; eventId?: string }) {
  const { t } = useWords();
  return (
    <div className={classes.invite}>
      <div>
        <Title order={2}>{t('studio.home.dropTitle')}</Title>
        <Text className="soft">{t('studio.home.dropText')}</Text>
      </div>
      <Button
        size="md"
        leftSection={<IconUpload size={18} aria-hidden />}
        onClick={() => chooseFile(showId, { eventId })}
      >
        {t('studio.home.choose')}
      </Button>
    </div>
  );
}
