import { Drawer } from '@mantine/core';
import '@mantine/core/styles/Drawer.css';
import type { ReactNode } from 'react';
import { useWords } from '../words/words';
import { Wordmark } from './wordmark';

/** The navigation on a phone. */
export function MenuDrawer({ isOpen, onClose, children }: { isOpen: boolean; onClose(): void; children: ReactNode }) {
  const { t } = useWords();
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      size={300}
      title={<Wordmark height={22} />}
      closeButtonProps={{ 'aria-label': t('studio.close'), size: 'lg' }}
    >
      {children}
    </Drawer>
  );
}
