import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { exportKeys, orderExport } from '../../../api/export.calls';
import { toFieldErrors } from '../../../api/problem';
import { queryClient } from '../../../api/queries';
import type { Show } from '../../../api/types';
import { ErrorNote } from '../../../parts/error-note';
import { tell } from '../../../parts/toast';
import { useWords } from '../../../words/words';

/** Where the site is to stand, and what goes into the archive. */
export function OrderForm({ show }: { show: Show }) {
  const { t } = useWords();
  const form = useForm({ initialValues: { baseUrl: 'https://', withOriginals: false, withDrafts: false } });
  const order = useMutation({
    mutationFn: (values: typeof form.values) => orderExport(show.id, values),
    onSuccess: () => {
      tell(t('studio.export.ordered'));
      void queryClient.invalidateQueries({ queryKey: exportKeys.list(show.id) });
    },
    onError: (error) => form.setErrors(toFieldErrors(error)),
  });
  return (
    <form onSubmit={form.onSubmit((values) => order.mutate(values))} noValidate>
      <Stack gap="md">
        <TextInput
          label={t('studio.export.baseUrl')}
          description={t('studio.export.baseUrlHint')}
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('baseUrl')}
        />
        <Checkbox
          label={t('studio.export.withOriginals')}
          description={t('studio.export.withOriginalsHint')}
          {...form.getInputProps('withOriginals', { type: 'checkbox' })}
        />
        <Checkbox
          label={t('studio.export.withDrafts')}
          description={t('studio.export.withDraftsHint')}
          {...form.getInputProps('withDrafts', { type: 'checkbox' })}
        />
        {order.error && Object.keys(form.errors).length === 0 && <ErrorNote error={order.error} />}
        <Group>
          <Button type="submit" loading={order.isPending}>
            {t('studio.export.order')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
