import { Button, Group, Text } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { useWords } from '../words/words';
import { checkCover, type CoverRefusal } from './check-cover';
import { Cover } from './cover';
import classes from './cover-field.module.css';

interface Props {
  label: string;
  description: string;
  url: string | null;
  name: string;
  isBusy?: boolean;
  error?: string;
  onPick(picture: File): void;
  onRemove?: () => void;
}

const remarks = {
  'not-a-picture': 'studio.cover.notAPicture',
  small: 'studio.cover.small',
  'not-square': 'studio.cover.notSquare',
} as const;

/** A square cover: its preview, a chooser that also takes a drop, and what was noticed about the picture in words. */
export function CoverField({ label, description, url, name, isBusy, error, onPick, onRemove }: Props) {
  const { t } = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [remark, setRemark] = useState<CoverRefusal | null>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const found = await checkCover(file);
    setRemark(found);
    if (!found) onPick(file);
  };
  return (
    <div
      role="group"
      aria-labelledby={`${id}-label`}
      className={classes.field}
      data-takes-files
      onDrop={(event) => {
        event.preventDefault();
        void take(event.dataTransfer.files[0]);
      }}
    >
      <Cover url={url} name={name} size={132} />
      <div className={classes.side}>
        <span id={`${id}-label`} className={classes.label}>
          {label}
        </span>
        <Text size="sm" className="soft">
          {description}
        </Text>
        <input
          ref={input}
          type="file"
          accept="image/jpeg,image/png,image/webp"
          aria-label={label}
          style={{ display: 'none' }}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            void take(file);
          }}
        />
        <Group gap="xs">
          <Button variant="default" size="sm" loading={isBusy} onClick={() => input.current?.click()}>
            {url ? t('studio.cover.replace') : t('studio.cover.choose')}
          </Button>
          {url && onRemove && (
            <Button variant="subtle" color="gray" size="sm" onClick={onRemove}>
              {t('studio.cover.remove')}
            </Button>
          )}
        </Group>
        {(error || remark) && (
          <Text size="sm" role="alert" c="var(--bad)">
            {error || (remark && t(remarks[remark]))}
          </Text>
        )}
      </div>
    </div>
  );
}
