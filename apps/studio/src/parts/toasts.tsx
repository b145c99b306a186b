import { Button, CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useWords } from '../words/words';
import { allToasts, dropToast, onToasts } from './toast';
import classes from './toasts.module.css';

/** The notices that `tell` puts up. */
export function Toasts() {
  const { t } = useWords();
  const toasts = useSyncExternalStore(onToasts, allToasts);
  return (
    <div className={classes.stack}>
      {toasts.map((toast) => (
        <div key={toast.id} className={classes.toast} data-kind={toast.kind}>
          {toast.kind === 'done' ? <IconCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
          <span>{toast.text}</span>
          {toast.undo && (
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                dropToast(toast.id);
                toast.undo?.run();
              }}
            >
              {toast.undo.label}
            </Button>
          )}
          <CloseButton aria-label={t('studio.close')} onClick={() => dropToast(toast.id)} />
        </div>
      ))}
    </div>
  );
}
