import { Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { DayField } from '../../parts/day-field';
import { ZoneSelect } from '../../parts/zone-select';
import { useWords } from '../../words/words';
import classes from '../episode/episode.module.css';

export interface EventFacts {
  startsOn: string;
  endsOn: string;
  timeZone: string;
  place: string;
}

/** When and where an event takes place. */
export function EventFields<F extends EventFacts>({ form }: { form: UseFormReturnType<F> }) {
  const { t } = useWords();
  const values = form.getValues() as EventFacts;
  const set = (change: Partial<EventFacts>) => form.setValues(change as Partial<F>);
  const error = (path: keyof EventFacts) => form.errors[path] as string | undefined;
  return (
    <Stack>
      <div className={classes.grid}>
        <DayField
          label={t('studio.event.startsOn')}
          required
          value={values.startsOn || null}
          onChange={(day) => set({ startsOn: day ?? '', endsOn: values.endsOn || (day ?? '') })}
          error={error('startsOn')}
        />
        <DayField
          label={t('studio.event.endsOn')}
          required
          value={values.endsOn || null}
          onChange={(day) => set({ endsOn: day ?? '' })}
          error={error('endsOn')}
        />
      </div>
      <div className={classes.grid}>
        <TextInput
          label={t('studio.event.place')}
          value={values.place}
          onChange={(e) => set({ place: e.currentTarget.value })}
          error={error('place')}
        />
        <ZoneSelect
          label={t('studio.event.zone')}
          value={values.timeZone}
          onChange={(zone) => zone && set({ timeZone: zone })}
          error={error('timeZone')}
        />
      </div>
    </Stack>
  );
}
