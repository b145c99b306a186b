import { Button, Modal, Stack, Text } from '@mantine/core';
import type { NewSubscriber } from '../../api/kinds.calls';
import { CopyField } from '../../parts/copy-field';
import { useWords } from '../../words/words';

/** The one moment at which a subscriber's address is known. It closes by its button only, so that no slip of the mouse loses it. */
export function AddressOnce({ subscriber, onClose }: { subscriber: NewSubscriber; onClose(): void }) {
  const { t } = useWords();
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      size="lg"
      title={t('kinds.subscriber.addressOf', { name: subscriber.name })}
    >
      <Stack>
        <Text>{t('kinds.subscriber.once')}</Text>
        <CopyField label={t('kinds.subscriber.address')} value={subscriber.feedUrl} />
        <Text className="soft" size="sm">
          {t('kinds.subscriber.how')}
        </Text>
        <Button onClick={onClose} data-autofocus>
          {t('kinds.subscriber.kept')}
        </Button>
      </Stack>
    </Modal>
  );
}
