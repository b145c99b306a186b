import { type ReactNode, useRef, useState } from 'react';
import { tellProblem } from '../../../parts/toast';
import { useWords } from '../../../words/words';
import classes from './transcript.module.css';

const mostBytes = 10 * 1024 ** 2;

interface Props {
  className?: string;
  onFile(file: File): void;
  /** Gets what opens the file chooser. */
  children(choose: () => void): ReactNode;
}

/** Takes one file of text that is dropped on it, or chosen; a recording that is dropped elsewhere is not its business. */
export function FileDrop({ className = '', onFile, children }: Props) {
  const { t, bytes } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (!file) return;
    if (file.size > mostBytes) tellProblem(t('studio.transcript.tooBig', { size: bytes(file.size) }));
    else onFile(file);
  };
  return (
    <div
      className={`${classes.drop} ${className}`}
      data-takes-files
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <input
        ref={input}
        type="file"
        accept=".vtt,.srt,.json,.txt,.html,.htm,text/*,application/json,application/x-subrip"
        aria-label={t('studio.transcript.choose')}
        style={{ display: 'none' }}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          take(file);
        }}
      />
      {children(() => input.current?.click())}
    </div>
  );
}
