import { Button, Checkbox, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { keepPerson } from '../../api/people.calls';
import { savePerson } from '../../api/person.calls';
import { toFieldErrors } from '../../api/problem';
import type { Person } from '../../api/types';
import { ErrorNote } from '../../parts/error-note';
import { tell } from '../../parts/toast';
import { useWords } from '../../words/words';
import { JobsField } from './jobs-field';
import { LinksField } from './links-field';
import { langs, toForm, toValues, type PersonValues } from './person-values';
import { PhotoField } from './photo-field';

/** The living record: what is saved here shows at once wherever the person is. */
export function PersonForm({ person, onSaved }: { person: Person; onSaved?: () => void }) {
  const { t, day } = useWords();
  const form = useForm<PersonValues>({ initialValues: toValues(person) });
  const save = useMutation({
    mutationFn: (values: PersonValues) => savePerson(person.id, toForm(values)),
    onSuccess: (saved) => {
      keepPerson(saved);
      tell(t('studio.saved'));
      onSaved?.();
    },
    onError: (error) => form.setErrors(toFieldErrors(error)),
  });
  const writtenOn = (lang: string) => person.texts.find((text) => text.lang === lang)?.saidOn;
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack mt="md">
        <PhotoField person={person} />
        <TextInput label={t('studio.person.name')} required withAsterisk={false} {...form.getInputProps('name')} />
        <TextInput
          label={t('studio.person.sortName')}
          description={t('studio.person.sortNameHint')}
          {...form.getInputProps('sortName')}
        />
        <TextInput
          label={t('people.person.pronunciation')}
          description={t('people.person.pronunciationHint')}
          {...form.getInputProps('pronunciation')}
        />
        <TextInput label={t('studio.person.pronouns')} {...form.getInputProps('pronouns')} />
        {langs.map((lang) => {
          const on = writtenOn(lang);
          return (
            <Textarea
              key={lang}
              label={t('studio.person.biography', { lang })}
              description={on ? t('people.person.written', { date: day(on) }) : undefined}
              lang={lang}
              autosize
              minRows={3}
              {...form.getInputProps(`biography.${lang}`)}
            />
          );
        })}
        <JobsField form={form} />
        <LinksField form={form} />
        <TextInput
          label={t('people.person.fediverse')}
          placeholder={t('people.person.fediverseSample')}
          {...form.getInputProps('fediverse')}
        />
        <TextInput
          label={t('people.person.contact')}
          description={t('people.person.contactHint')}
          {...form.getInputProps('contact')}
        />
        <Checkbox label={t('people.person.hidesNow')} {...form.getInputProps('hidesNow', { type: 'checkbox' })} />
        <Checkbox label={t('people.person.isHidden')} {...form.getInputProps('isHidden', { type: 'checkbox' })} />
        {save.error && <ErrorNote error={save.error} />}
        <Button type="submit" loading={save.isPending} style={{ alignSelf: 'flex-start' }}>
          {t('studio.save')}
        </Button>
      </Stack>
    </form>
  );
}
