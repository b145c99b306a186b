import { ActionIcon, Button, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconX } from '@tabler/icons-react';
import { DayField } from '../../parts/day-field';
import { useWords } from '../../words/words';
import classes from '../people/people.module.css';
import type { PersonValues } from './person-values';

/** Where somebody worked, as what, from when to when. */
export function JobsField({ form }: { form: UseFormReturnType<PersonValues> }) {
  const { t } = useWords();
  const { affiliations } = form.values;
  return (
    <div>
      <Text fw={600}>{t('people.person.jobs')}</Text>
      <Text size="sm" className="soft">
        {t('people.person.jobsHint')}
      </Text>
      {affiliations.map((_, i) => {
        const at = `affiliations.${i}` as const;
        return (
          <div key={i} className={classes.job} role="group" aria-label={t('people.person.job', { n: i + 1 })}>
            <TextInput label={t('people.person.jobTitle')} {...form.getInputProps(`${at}.title`)} />
            <TextInput label={t('people.person.jobOrganisation')} {...form.getInputProps(`${at}.organisation`)} />
            <DayField
              label={t('people.person.since')}
              value={form.values.affiliations[i]!.since}
              onChange={(day) => form.setFieldValue(`${at}.since`, day)}
            />
            <div className={classes.jobEnd}>
              <DayField
                label={t('people.person.until')}
                value={form.values.affiliations[i]!.until}
                onChange={(day) => form.setFieldValue(`${at}.until`, day)}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={42}
                aria-label={t('people.person.jobRemove', { n: i + 1 })}
                onClick={() => form.removeListItem('affiliations', i)}
              >
                <IconX size={17} aria-hidden />
              </ActionIcon>
            </div>
          </div>
        );
      })}
      <Button
        mt="sm"
        variant="default"
        size="sm"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() =>
          form.insertListItem(
            'affiliations',
            { title: '', organisation: '', organisationUrl: '', since: null, until: null },
            0,
          )
        }
      >
        {t('people.person.jobAdd')}
      </Button>
    </div>
  );
}
