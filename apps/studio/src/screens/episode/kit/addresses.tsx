import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconRefresh } from '@tabler/icons-react';
import { newAddress } from '../../../api/kit.calls';
import { CopyField } from '../../../parts/copy-field';
import { useWords } from '../../../words/words';
import { useKitDesk } from './kit-desk';

/** What the guest passes on, and the guest's own page, which can be given a new address. */
export function Addresses() {
  const { t } = useWords();
  const { kit, name, mayEdit } = useKitDesk();
  return (
    <Stack gap="md">
      <CopyField label={t('kitdesk.shareUrl')} description={t('kitdesk.shareUrlHint')} value={kit.shareUrl} />
      <CopyField label={t('kitdesk.shortUrl')} description={t('kitdesk.shortUrlHint')} value={kit.shortUrl} />
      {kit.url && (
        <CopyField label={t('kitdesk.url', { name })} description={t('kitdesk.urlHint', { name })} value={kit.url} />
      )}
      {mayEdit && <Rotate />}
    </Stack>
  );
}

function Rotate() {
  const { t } = useWords();
  const { at, kit, name, act, isBusy } = useKitDesk();
  const [isOpen, dialog] = useDisclosure(false);
  const rotate = async () => {
    if (await act(() => newAddress(at, kit.linkId), t('kitdesk.rotated'))) dialog.close();
  };
  return (
    <div>
      <Button variant="default" leftSection={<IconRefresh size={16} aria-hidden />} onClick={dialog.open}>
        {t('kitdesk.rotate')}
      </Button>
      <Modal opened={isOpen} onClose={dialog.close} title={t('kitdesk.rotate')}>
        <Text>{t('kitdesk.rotateText', { name })}</Text>
        <Group mt="lg" justify="flex-end">
          <Button variant="default" onClick={dialog.close}>
            {t('studio.cancel')}
          </Button>
          <Button color="accent" loading={isBusy} onClick={() => void rotate()}>
            {t('kitdesk.rotateGo')}
          </Button>
        </Group>
      </Modal>
    </div>
  );
}
