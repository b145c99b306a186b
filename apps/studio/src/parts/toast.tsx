import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { announce } from './announcer';

/** A short notice at the foot of the screen; with `undo`, it stays for a minute and takes the action back (`ux` 4.0). */
export function tell(text: string, undo?: { label: string; run: () => void }): void {
  announce(text);
  const id = `${text}-${Date.now()}`;
  notifications.show({
    id,
    color: 'after',
    withBorder: true,
    autoClose: undo ? 60_000 : 6_000,
    role: 'status',
    message: (
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Text>{text}</Text>
        {undo && (
          <Button
            size="xs"
            variant="default"
            style={{ flexShrink: 0 }}
            onClick={() => {
              notifications.hide(id);
              undo.run();
            }}
          >
            {undo.label}
          </Button>
        )}
      </Group>
    ),
  });
}

export function tellProblem(text: string): void {
  notifications.show({ color: 'accent', withBorder: true, autoClose: 15_000, message: text });
}
