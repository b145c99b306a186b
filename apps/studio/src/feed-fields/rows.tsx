import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../words/words';
import classes from './fields.module.css';

interface Props<R> {
  rows: readonly R[];
  /** What one row is, in words: “link”, “place”. */
  add: string;
  blank: R;
  onChange(rows: R[]): void;
  render(row: R, change: (next: Partial<R>) => void, index: number): ReactNode;
}

/** A list of lines of fields: add one, change it in place, take it out. */
export function Rows<R extends object>({ rows, add, blank, onChange, render }: Props<R>) {
  const { t } = useWords();
  const change = (index: number) => (next: Partial<R>) =>
    onChange(rows.map((row, i) => (i === index ? { ...row, ...next } : row)));
  return (
    <>
      {rows.length > 0 && (
        <ol className={`plain-list ${classes.rows}`}>
          {rows.map((row, i) => (
            <li key={i} className={classes.row}>
              <div className={classes.rowFields}>{render(row, change(i), i)}</div>
              <Tooltip label={t('studio.feedFields.remove', { n: i + 1 })}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={38}
                  className={classes.remove}
                  aria-label={t('studio.feedFields.remove', { n: i + 1 })}
                  onClick={() => onChange(rows.filter((_, at) => at !== i))}
                >
                  <IconX size={17} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </li>
          ))}
        </ol>
      )}
      <div>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...rows, blank])}
        >
          {add}
        </Button>
      </div>
    </>
  );
}
