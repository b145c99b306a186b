import type { Key } from '#libs/messages';
import { Kbd, Modal, Stack } from '@mantine/core';
import '@mantine/core/styles/Kbd.css';
import '@mantine/core/styles/Modal.css';
import { useWords } from '../words/words';
import classes from './keys.module.css';

const list: readonly (readonly [string[], Key])[] = [
  [['U'], 'studio.keys.upload'],
  [['G', 'H'], 'studio.keys.home'],
  [['G', 'S'], 'studio.keys.shows'],
  [['G', 'J'], 'studio.keys.jobs'],
  [['G', 'B'], 'studio.keys.bin'],
  [['N'], 'studio.keys.newShow'],
  [['Ctrl', '⏎'], 'studio.keys.primary'],
  [['?'], 'studio.keys.help'],
  [['Esc'], 'studio.keys.escape'],
];

/** The list of keys behind `?`. */
export function KeysDialog({ onClose }: { onClose(): void }) {
  const { t } = useWords();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('studio.keys.title')}
      closeButtonProps={{ 'aria-label': t('studio.close') }}
    >
      <Stack component="dl" gap={10} m={0}>
        {list.map(([keys, word]) => (
          <div key={word} className={classes.row}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{t(word)}</dd>
          </div>
        ))}
      </Stack>
    </Modal>
  );
}
