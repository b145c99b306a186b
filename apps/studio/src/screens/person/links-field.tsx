import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useWords } from '../../words/words';
import type { PersonValues } from './person-values';

/** Websites and profiles, each with a name. */
export function LinksField({ form }: { form: UseFormReturnType<PersonValues> }) {
  const { t } = useWords();
  return (
    <>
      <Text fw={600}>{t('studio.person.links')}</Text>
      {form.values.links.map((_, i) => (
        <Group key={i} wrap="nowrap" gap="xs" align="flex-start">
          <TextInput
            aria-label={t('studio.person.linkLabel', { n: i + 1 })}
            placeholder={t('studio.person.linkPlaceholder')}
            style={{ flex: '0 1 120px' }}
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
    </>
  );
}
