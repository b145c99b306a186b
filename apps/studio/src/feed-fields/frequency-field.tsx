import { Checkbox, Group, Select, TextInput } from '@mantine/core';
import { translator, toRegion } from '#libs/messages';
import { useState } from 'react';
import { useWords } from '../words/words';
import type { Errors, UpdateFrequency } from './feed.types';
import classes from './fields.module.css';
import { type Choice, type Day, days, readChoice, type Rhythm, rhythms, toRrule } from './rrule-choice';

interface Props {
  value: UpdateFrequency | null;
  /** Of the show: the words are for its listeners. */
  language: string;
  errors: Errors;
  onChange(value: UpdateFrequency | null): void;
}

/** How often episodes come: a choice writes the rule for apps and the words for people, which may be changed. */
export function FrequencyField({ value, language, errors, onChange }: Props) {
  const { t, region } = useWords();
  const [isOwn, setOwn] = useState(false);
  const choice = value && (isOwn ? { rhythm: 'own' as const, days: [] } : readChoice(value.rrule));
  const choose = (next: Choice | null) => {
    setOwn(next?.rhythm === 'own');
    if (!next) return onChange(null);
    if (next.rhythm === 'own') return onChange({ text: '', rrule: '', startsAt: '', ...value });
    onChange({ text: toSentence(next, language), rrule: toRrule(next), startsAt: '' });
  };
  return (
    <div className={classes.fields}>
      <div className={classes.pair}>
        <Select
          label={t('studio.feedFields.frequency')}
          placeholder={t('studio.feedFields.notSaid')}
          clearable
          clearButtonProps={{ 'aria-label': t('studio.clear') }}
          value={choice?.rhythm ?? null}
          onChange={(rhythm) => choose(rhythm ? { rhythm: rhythm as Rhythm, days: [] } : null)}
          data={rhythms.map((rhythm) => ({ value: rhythm, label: t(`studio.feedFields.rhythm.${rhythm}`) }))}
        />
        {value && (
          <TextInput
            label={t('studio.feedFields.frequencyText')}
            maxLength={128}
            value={value.text}
            onChange={(e) => onChange({ ...value, text: e.currentTarget.value })}
            error={errors['updateFrequency.text']}
          />
        )}
      </div>
      {choice && (choice.rhythm === 'weekly' || choice.rhythm === 'biweekly') && (
        <Checkbox.Group
          label={t('studio.feedFields.frequencyDays')}
          value={choice.days}
          onChange={(chosen) => choose({ ...choice, days: chosen as Day[] })}
        >
          <Group gap="sm" mt={6}>
            {days.map((day) => (
              <Checkbox key={day} value={day} label={dayName(day, region)} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      {value && choice?.rhythm === 'own' && (
        <div className={classes.pair}>
          <TextInput
            label={t('studio.feedFields.rrule')}
            placeholder="FREQ=MONTHLY;BYDAY=+1MO"
            value={value.rrule}
            onChange={(e) => onChange({ ...value, rrule: e.currentTarget.value })}
            error={errors['updateFrequency.rrule']}
          />
          <TextInput
            label={t('studio.feedFields.startsAt')}
            placeholder="2026-05-12T18:00:00Z"
            value={value.startsAt}
            onChange={(e) => onChange({ ...value, startsAt: e.currentTarget.value })}
            error={errors['updateFrequency.startsAt']}
          />
        </div>
      )}
    </div>
  );
}

/** In the show's language, as its listeners read it. */
function toSentence({ rhythm, days: chosen }: Choice, language: string): string {
  const t = translator(toRegion(language));
  const names = days.filter((day) => chosen.includes(day)).map((day) => dayName(day, language));
  const every = t(`studio.feedFields.rhythm.${rhythm}`);
  if (names.length === 0) return every;
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
  return t(rhythm === 'biweekly' ? 'studio.feedFields.everySecond' : 'studio.feedFields.every', { days: list });
}

/** 5 January 2026 was a Monday. */
function dayName(day: Day, language: string): string {
  const date = new Date(Date.UTC(2026, 0, 5 + days.indexOf(day)));
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(date);
}
