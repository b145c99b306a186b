import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './empty.module.css';

/** An empty state teaches with one sentence and one action. */
export function Empty({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <Stack className={classes.empty} gap="sm" align="flex-start">
      <span className={classes.plank} aria-hidden />
      <Title order={2}>{title}</Title>
      <Text maw={520} className="soft">
        {text}
      </Text>
      {children}
    </Stack>
  );
}
