import { useEffect, useRef, useState } from 'react';
import { useWords } from '../words/words';
import classes from './drop-overlay.module.css';

/** Covers the screen while a file hangs over it. The button and the key `U` do the same. */
export function DropOverlay({ onDrop }: { onDrop(file: File): void }) {
  const { t } = useWords();
  const [isOver, setOver] = useState(false);
  const drop = useRef(onDrop);
  drop.current = onDrop;
  useEffect(() => {
    let depth = 0;
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const isForField = (event: DragEvent) => Boolean((event.target as HTMLElement).closest?.('[data-takes-files]'));
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const over = (event: DragEvent) => carriesFiles(event) && event.preventDefault();
    const release = (event: DragEvent) => {
      depth = 0;
      setOver(false);
      if (!carriesFiles(event) || isForField(event)) return;
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file) drop.current(file);
    };
    const handlers = { dragenter: enter, dragleave: leave, dragover: over, drop: release };
    for (const [name, handler] of Object.entries(handlers)) document.addEventListener(name, handler as EventListener);
    return () => {
      for (const [name, handler] of Object.entries(handlers))
        document.removeEventListener(name, handler as EventListener);
    };
  }, []);
  if (!isOver) return null;
  return (
    <div className={classes.overlay} aria-hidden>
      <div className={classes.stage}>
        <strong>{t('studio.upload.dropHere')}</strong>
        <span>{t('studio.upload.dropHint')}</span>
        <span className={classes.plank} />
      </div>
    </div>
  );
}
