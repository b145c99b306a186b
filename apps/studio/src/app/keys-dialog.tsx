import type { Key } from '#libs/messages';
import { Kbd, Modal, Stack, Switch } from '@mantine/core';
import '@mantine/core/styles/Kbd.css';
import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/Switch.css';
import { useLocation } from 'react-router';
import { setSingleKeys, useSingleKeys } from '../parts/single-keys';
import { useWords } from '../words/words';
import classes from './keys.module.css';

const list: readonly (readonly [string[], Key])[] = [
  [['U'], 'studio.keys.upload'],
  [['G', 'H'], 'studio.keys.home'],
  [['G', 'S'], 'studio.keys.shows'],
  [['G', 'J'], 'studio.keys.jobs'],
  [['G', 'B'], 'studio.keys.bin'],
  [['N'], 'studio.keys.newShow'],
  [['Ctrl', 'Enter'], 'studio.keys.primary'],
  [['?'], 'studio.keys.help'],
  [['Esc'], 'studio.keys.escape'],
];

const soundList: typeof list = [
  [['Space'], 'studio.keys.play'],
  [['X'], 'studio.keys.switch'],
  [['B'], 'studio.keys.blind'],
  [['←', '→'], 'studio.keys.second'],
  [['Home', 'End'], 'studio.keys.ends'],
  [['+', '−'], 'studio.keys.zoom'],
  [['[', ']'], 'studio.keys.range'],
  [['O'], 'studio.keys.only'],
  [['L'], 'studio.keys.leave'],
  [['C'], 'studio.keys.cut'],
  [['P'], 'studio.keys.preview'],
  [['Ctrl', 'Enter'], 'studio.keys.make'],
  [['Ctrl', 'Z'], 'studio.keys.undo'],
];

const jobsList: typeof list = [
  [['R'], 'studio.keys.retryJob'],
  [['.'], 'studio.keys.cancelJob'],
  [['↑', '↓'], 'studio.keys.nextJob'],
];

const guestsList: typeof list = [
  [['A'], 'people.keys.add'],
  [['L'], 'people.keys.copy'],
  [['R'], 'people.keys.remind'],
];

/** Keys that are pressed one by one, not held with another. */
const areSingle = (keys: readonly string[]) => keys.every((key) => /^[^←→↑↓]$/.test(key));

/** The list of keys behind `?`, with those of the screen that is open, and the switch for single keys (`ux` 4.0). */
export function KeysDialog({ onClose }: { onClose(): void }) {
  const { t } = useWords();
  const { pathname } = useLocation();
  const hasSingle = useSingleKeys();
  const isSound = pathname.endsWith('/sound');
  const rest = isSound ? list.filter(([, word]) => word !== 'studio.keys.primary') : list;
  const all = [
    ...(isSound ? soundList : []),
    ...(pathname === '/jobs' ? jobsList : []),
    ...(pathname.endsWith('/guests') ? guestsList : []),
    ...rest,
  ];
  const shown = hasSingle ? all : all.filter(([keys]) => !areSingle(keys));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('studio.keys.title')}
      closeButtonProps={{ 'aria-label': t('studio.close') }}
    >
      <Switch
        mb="md"
        color="after"
        label={t('studio.keys.single')}
        description={t('studio.keys.singleHint')}
        checked={hasSingle}
        onChange={(e) => setSingleKeys(e.currentTarget.checked)}
      />
      <Stack component="dl" gap={10} m={0}>
        {shown.map(([keys, word]) => (
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
