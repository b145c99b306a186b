import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './episode.module.css';

interface Props {
  id: string;
  title: string;
  hint?: string;
  children: ReactNode;
}

/** One part of the workspace, reachable from the outline and from the publish panel. */
export function Section({ id, title, hint, children }: Props) {
  return (
    <section id={id} className={classes.section} aria-labelledby={`${id}-title`}>
      <Title order={2} id={`${id}-title`} tabIndex={-1} style={{ outline: 'none' }}>
        {title}
      </Title>
      {hint && (
        <Text className="soft" size="sm">
          {hint}
        </Text>
      )}
      {children}
    </section>
  );
}
