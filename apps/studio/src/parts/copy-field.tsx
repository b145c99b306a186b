import { ActionIcon, Group, TextInput, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useWords } from '../words/words';
import { announce } from './announcer';

/** An address to copy, with its button. */
export function CopyField({ label, value, description }: { label: string; value: string; description?: ReactNode }) {
  const { t } = useWords();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await writeClipboard(value);
    setCopied(true);
    announce(t('studio.copied'));
    setTimeout(() => setCopied(false), 2500);
  };
  const action = isCopied ? t('studio.copied') : t('studio.copyNamed', { what: label });
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <TextInput
        label={label}
        description={description}
        value={value}
        readOnly
        onFocus={(e) => e.currentTarget.select()}
        style={{ flex: 1, minWidth: 0 }}
      />
      <Tooltip label={action}>
        <ActionIcon size={42} variant="default" onClick={() => void copy()} aria-label={action}>
          {isCopied ? <IconCheck aria-hidden size={18} /> : <IconCopy aria-hidden size={18} />}
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}

/** The clipboard API needs a secure origin; a plain-http network address does without. */
export async function writeClipboard(value: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(value);
  const area = document.createElement('textarea');
  area.value = value;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}
