import { Text, Title } from '@mantine/core';
import { Children, type ReactNode, useId } from 'react';
import classes from './home.module.css';

/** A titled list; absent when it is empty and has no sentence for that. */
export function Section({ title, empty, children }: { title: string; empty?: string; children: ReactNode }) {
  const id = useId();
  const rows = Children.toArray(children);
  if (rows.length === 0 && !empty) return null;
  return (
    <section className={classes.section} aria-labelledby={id}>
      <Title order={2} id={id} className={classes.title}>
        {title}
      </Title>
      {rows.length === 0 ? (
        <Text className="soft">{empty}</Text>
      ) : (
        <ul className={`plain-list ${classes.rows}`}>
          {rows.map((row, i) => (
            <li key={i}>{row}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
