import { TextInput } from '@mantine/core';
import { useWords } from '../../../words/words';
import type { Saved } from '../autosave/use-saved';
import classes from '../episode.module.css';
import { localOf, utcOf } from '../publish/local-time';
import type { BasicsValue } from './basics';

/** Where and when a talk was given, in the event's own time zone. */
export function TalkFields({ group, zone }: { group: Saved<BasicsValue>; zone: string }) {
  const { t } = useWords();
  const { value, set, errors } = group;
  return (
    <fieldset style={{ border: 0, padding: 0, margin: '28px 0 0' }}>
      <legend style={{ fontWeight: 600, marginBottom: 10 }}>{t('studio.talk.title')}</legend>
      <div className={classes.grid}>
        <TextInput
          label={t('studio.talk.room')}
          value={value.room}
          onChange={(e) => set({ room: e.currentTarget.value })}
          error={errors['room']}
        />
        <TextInput
          label={t('studio.talk.track')}
          value={value.track}
          onChange={(e) => set({ track: e.currentTarget.value })}
          error={errors['track']}
        />
        <TextInput
          type="datetime-local"
          label={t('studio.talk.time')}
          description={zone.replaceAll('_', ' ')}
          value={value.programmeAt ? localOf(value.programmeAt, zone) : ''}
          onChange={(e) => set({ programmeAt: e.currentTarget.value ? utcOf(e.currentTarget.value, zone) : null })}
          error={errors['programmeAt']}
        />
      </div>
    </fieldset>
  );
}
