import { CloseButton, TextInput } from '@mantine/core';
import { useWords } from '../../../words/words';
import type { Saved } from '../autosave/use-saved';
import classes from '../episode.module.css';
import { localOf, utcOf } from '../publish/local-time';
import type { BasicsValue } from './basics';

/** From when everybody may hear it, and until when it is there, by the show's clock. */
export function WindowFields({ group, zone }: { group: Saved<BasicsValue>; zone: string }) {
  const { t } = useWords();
  const { value, set, errors } = group;
  const field = (key: 'subscribersUntil' | 'expiresAt', label: string, hint: string) => (
    <TextInput
      type="datetime-local"
      label={label}
      description={`${hint} ${zone.replaceAll('_', ' ')}`}
      value={value[key] ? localOf(value[key], zone) : ''}
      onChange={(e) => set({ [key]: e.currentTarget.value ? utcOf(e.currentTarget.value, zone) : null })}
      error={errors[key]}
      rightSection={
        value[key] ? (
          <CloseButton
            size="sm"
            onClick={() => set({ [key]: null })}
            aria-label={t('kinds.basics.clear', { what: label })}
          />
        ) : null
      }
    />
  );
  return (
    <div className={classes.grid} style={{ marginTop: 20 }}>
      {field('subscribersUntil', t('kinds.basics.subscribersUntil'), t('kinds.basics.subscribersUntilHint'))}
      {field('expiresAt', t('kinds.basics.expiresAt'), t('kinds.basics.expiresAtHint'))}
    </div>
  );
}
