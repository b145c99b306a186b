import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { saveMe } from '../../api/account.calls';
import { toFieldErrors } from '../../api/problem';
import { keys, queryClient } from '../../api/queries';
import type { Me } from '../../api/types';
import { ErrorNote } from '../../parts/error-note';
import { tell } from '../../parts/toast';
import { ZoneSelect } from '../../parts/zone-select';
import { useWords } from '../../words/words';

const locales = [
  { value: 'fr-CA', label: 'Français (Canada)' },
  { value: 'fr-FR', label: 'Français (France)' },
  { value: 'en-CA', label: 'English (Canada)' },
  { value: 'en-US', label: 'English (United States)' },
];

export function ProfileForm({ me }: { me: Me }) {
  const { t } = useWords();
  const form = useForm({ initialValues: { name: me.name, locale: me.locale, timeZone: me.timeZone } });
  const save = useMutation({
    mutationFn: saveMe,
    onSuccess: (saved) => {
      queryClient.setQueryData(keys.me, saved);
      tell(t('studio.saved'));
    },
    onError: (error) => form.setErrors(toFieldErrors(error)),
  });
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack>
        <TextInput
          label={t('studio.field.yourName')}
          autoComplete="name"
          required
          withAsterisk={false}
          {...form.getInputProps('name')}
        />
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <Select
            label={t('studio.language')}
            data={locales}
            allowDeselect={false}
            miw={200}
            {...form.getInputProps('locale')}
          />
          <ZoneSelect label={t('studio.account.zone')} miw={200} {...form.getInputProps('timeZone')} />
        </Group>
        {save.error && <ErrorNote error={save.error} />}
        <Group>
          <Button type="submit" loading={save.isPending}>
            {t('studio.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
