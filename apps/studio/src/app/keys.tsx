import { Kbd, Modal, Stack } from '@mantine/core';
import '@mantine/core/styles/Kbd.css';
import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { chooseFile } from '../upload/choose-file';
import { useWords } from '../words/words';
import classes from './keys.module.css';
import type { Key } from '#libs/messages';

const opened = new EventTarget();
export const openKeys = () => opened.dispatchEvent(new Event('open'));

const places: Record<string, string> = { h: '/', s: '/shows', j: '/jobs', b: '/bin' };
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

/** Single keys that work where nobody is typing, and the list of them behind `?`. */
export function Keys() {
  const { t } = useWords();
  const navigate = useNavigate();
  const { showId } = useParams();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const open = () => setOpen(true);
    let waitsForPlace = 0;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (Date.now() - waitsForPlace < 1200 && places[key]) void navigate(places[key]);
      else if (key === 'g') waitsForPlace = Date.now();
      else if (key === 'u') chooseFile(showId);
      else if (key === 'n') void navigate('/shows/new');
      else if (key === '?') open();
      else return;
      if (key !== 'g') waitsForPlace = 0;
      event.preventDefault();
    };
    opened.addEventListener('open', open);
    document.addEventListener('keydown', press);
    return () => {
      opened.removeEventListener('open', open);
      document.removeEventListener('keydown', press);
    };
  }, [navigate, showId]);
  return (
    <Modal
      opened={isOpen}
      onClose={() => setOpen(false)}
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

function isTyping(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  return Boolean(
    element?.closest('input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]'),
  );
}
