import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { translator } from '#libs/messages';
import { useState } from 'react';
import { writeClipboard } from '../../../parts/copy-field';
import { tell } from '../../../parts/toast';
import { useWords } from '../../../words/words';
import { useKitDesk } from './kit-desk';

/** A mail that came back: the link and a message, in the guest's language, to be sent some other way. */
export function Bounced() {
  const { t } = useWords();
  const { kit, name } = useKitDesk();
  const [isOpen, setOpen] = useState(false);
  const [last] = [...kit.letters].sort((a, b) => b.dueAt.localeCompare(a.dueAt));
  if (last?.state !== 'refused' || kit.url === '') return null;
  const message = translator(kit.locale)('kitdesk.message', { name, url: kit.url });
  const copy = async (value: string) => {
    await writeClipboard(value);
    tell(t('studio.copied'));
  };
  return (
    <Alert
      color="accent"
      mt="sm"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('kitdesk.bounced', { to: last.sentTo || kit.email })}
    >
      <Text mb="sm">{t('kitdesk.bouncedText', { name })}</Text>
      <Group gap="sm">
        <Button variant="default" onClick={() => void copy(kit.url)}>
          {t('kitdesk.copyLink')}
        </Button>
        <Button variant="default" onClick={() => void copy(message)}>
          {t('kitdesk.copyMessage')}
        </Button>
        <Button variant="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('kitdesk.showMessage')}
        </Button>
      </Group>
      {isOpen && (
        <Text mt="sm" lang={kit.locale} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {message}
        </Text>
      )}
    </Alert>
  );
}
