import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useWords } from '../words/words';
import classes from './fields.module.css';

interface Props {
  title: string;
  hint: string;
  /** How much is in it, so that it can stay closed. */
  count: number;
  /** Something in it needs a change: it opens. */
  hasError: boolean;
  children: ReactNode;
}

/** A part of the feed's fields that many shows leave as it is: closed until it is asked for. */
export function Part({ title, hint, count, hasError, children }: Props) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={classes.part} open={isOpen || hasError} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary className={classes.summary}>
        <IconChevronRight size={18} aria-hidden className={classes.chevron} />
        <span className={classes.partTitle}>{title}</span>
        {count > 0 && <span className={classes.count}>{t('studio.feedFields.count', { n: count })}</span>}
      </summary>
      <div className={classes.inside}>
        <p className={classes.hint}>{hint}</p>
        {children}
      </div>
    </details>
  );
}

/** Whether a sentence is about one of these fields. */
export function isAbout(errors: Record<string, string>, ...fields: string[]): boolean {
  return Object.keys(errors).some((path) => fields.includes(path.split('.')[0]!));
}
