import { Group, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

let screensSeen = 0;

/** The one `h1` of a screen: names the tab, and takes the focus when the screen changes. */
export function PageTitle({ title, tab, children }: { title: ReactNode; tab?: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const name = tab ?? (typeof title === 'string' ? title : undefined);
  useEffect(() => {
    if (screensSeen++ > 0) heading.current?.focus({ preventScroll: true });
  }, []);
  useTabTitle(name);
  return (
    <Group justify="space-between" align="center" mb="lg" gap="md">
      <Title order={1} ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
        {title}
      </Title>
      {children && <Group gap="sm">{children}</Group>}
    </Group>
  );
}

export function useTabTitle(name: string | undefined): void {
  useEffect(() => {
    if (name) document.title = `${name} · Estrade`;
  }, [name]);
}
