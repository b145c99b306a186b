import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useWords } from '../../../words/words';
import type { GuestVerbs } from './use-guest-acts';

export type LinkQuestion = 'rotate' | 'close' | 'closeTeam';

interface Props {
  name: string;
  question: LinkQuestion;
  acts: GuestVerbs;
  onClose(): void;
}

/** A link that stops working cannot come back, so it is asked first. */
export function AskLink({ name, question, acts, onClose }: Props) {
  const { t } = useWords();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`people.link.${question}Title`, { name })}
      closeButtonProps={{ 'aria-label': t('studio.close') }}
    >
      <Stack>
        <Text>{t(`people.link.${question}Text`, { name })}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('studio.cancel')}
          </Button>
          <Button
            onClick={() => {
              acts[question]();
              onClose();
            }}
          >
            {t(`people.link.${question}`)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
