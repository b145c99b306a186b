import { ActionIcon, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { savePerson } from '../../api/person.calls';
import { toFieldErrors } from '../../api/problem';
import { keys, queryClient } from '../../api/queries';
import type { Lang, Person } from '../../api/types';
import { ErrorNote } from '../../parts/error-note';
import { tell } from '../../parts/toast';
import { useWords } from '../../words/words';
import { PhotoField } from './photo-field';

const langs: { lang: Lang; name: string }[] = [
  { lang: 'fr', name: 'Français' },
  { lang: 'en', name: 'English' },
];

export function PersonForm({ person, onSaved }: { person: Person; onSaved(): void }) {
  const { t } = useWords();
  const form = useForm({
    initialValues: {
      name: person.name,
      sortName: person.sortName,
      pronouns: person.pronouns,
      biography: Object.fromEntries(
        langs.map(({ lang }) => [lang, person.texts.find((text) => text.lang === lang)?.biography ?? '']),
      ) as Record<Lang, string>,
      links: person.links,
    },
  });
  const save = useMutation({
    mutationFn: ({ biography, links, ...facts }: typeof form.values) =>
      savePerson(person.id, {
        ...facts,
        links: links.filter((link) => link.url.trim()),
        texts: langs.map(({ lang }) => ({ lang, biography: biography[lang] })),
      }),
    onSuccess: (saved) => {
      queryClient.setQueryData(keys.person(person.id), saved);
      tell(t('studio.saved'));
      onSaved();
    },
    onError: (error) => form.setErrors(toFieldErrors(error)),
  });
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
        <TextInput label={t('studio.person.pronouns')} {...form.getInputProps('pronouns')} />
        {langs.map(({ lang, name }) => (
          <Textarea
            key={lang}
            label={t('studio.person.biography', { language: name })}
            lang={lang}
            autosize
            minRows={3}
            {...form.getInputProps(`biography.${lang}`)}
          />
        ))}
        <Text fw={600}>{t('studio.person.links')}</Text>
        {form.values.links.map((_, i) => (
          <Group key={i} wrap="nowrap" gap="xs" align="flex-start">
            <TextInput
              aria-label={t('studio.person.linkLabel', { n: i + 1 })}
              placeholder={t('studio.person.linkPlaceholder')}
              w={150}
              {...form.getInputProps(`links.${i}.label`)}
            />
            <TextInput
              aria-label={t('studio.person.linkUrl', { n: i + 1 })}
              placeholder="https://"
              style={{ flex: 1 }}
              {...form.getInputProps(`links.${i}.url`)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={42}
              aria-label={t('studio.person.linkRemove', { n: i + 1 })}
              onClick={() => form.removeListItem('links', i)}
            >
              <IconX size={17} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <div>
          <Button
            variant="default"
            size="sm"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => form.insertListItem('links', { label: '', url: '' })}
          >
            {t('studio.person.linkAdd')}
          </Button>
        </div>
        {save.error && <ErrorNote error={save.error} />}
        <Button type="submit" loading={save.isPending}>
          {t('studio.save')}
        </Button>
      </Stack>
    </form>
  );
}
