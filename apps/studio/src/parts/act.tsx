import { ActionIcon, Tooltip } from '@mantine/core';
import type { IconProps } from '@tabler/icons-react';
import type { FunctionComponent } from 'react';

interface Props {
  icon: FunctionComponent<IconProps>;
  label: string;
  disabled?: boolean;
  onClick(): void;
}

/** What can be done with one row, as an icon whose label is a tip and is read out. */
export function Act({ icon: Icon, label, disabled, onClick }: Props) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={36} aria-label={label} disabled={disabled} onClick={onClick}>
        <Icon size={17} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
