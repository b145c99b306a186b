import { Button, Checkbox, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { createToken } from '../../api/account.calls';
import { toFieldErrors } from '../../api/problem';
import { useShows } from '../../api/queries';
import type { Scope } from '../../api/types';
import { CopyField } from '../../parts/copy-field';
import { DayField } from '../../parts/day-field';
import { ErrorNote } from '../../parts/error-note';
import { textOf } from '../../parts/text-of';
import { useWords } from '../../words/words';
import { scopeWords } from './scope-words';

interface Props {
  isOpen: boolean;
  onClose(): void;
  onMade(): void;
}

/** Makes a key; its secret is shown once. */
export function NewToken({ isOpen, onClose, onMade }: Props) {
  const { t, language } = useWords();
  const shows = useShows();
  const form = useForm({
    initialValues: {
      name: '',
      scopes: ['read'] as string[],
      showId: null as string | null,
      until: null as string | null,
    },
  });
  const make = useMutation({
    mutationFn: ({ name, scopes, showId, until }: typeof form.values) =>
      createToken({
        name,
        scopes: scopes as Scope[],
        ...(showId && { showId }),
        ...(until && { validUntil: new Date(`${until}T23:59:59`).toISOString() }),
      }),
    onSuccess: onMade,
    onError: (error) => form.setErrors(toFieldErrors(error)),
  });
  const close = () => {
    form.reset();
    make.reset();
    onClose();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={t('studio.tokens.new')}
      closeButtonProps={{ 'aria-label': t('studio.close') }}
    >
      {make.data?.secret ? (
        <Stack>
          <Text>{t('studio.tokens.once')}</Text>
          <CopyField label={t('studio.tokens.secret')} value={make.data.secret} />
          <Button onClick={close}>{t('studio.tokens.kept')}</Button>
        </Stack>
      ) : (
        <form onSubmit={form.onSubmit((values) => make.mutate(values))}>
          <Stack>
            <TextInput
              label={t('studio.tokens.name')}
              description={t('studio.tokens.nameHint')}
              required
              withAsterisk={false}
              data-autofocus
              {...form.getInputProps('name')}
            />
            <Checkbox.Group label={t('studio.tokens.scopes')} {...form.getInputProps('scopes')}>
              <Stack gap="xs" mt={6}>
                {Object.entries(scopeWords).map(([scope, word]) => (
                  <Checkbox key={scope} value={scope} label={t(word)} />
                ))}
              </Stack>
            </Checkbox.Group>
            <Select
              label={t('studio.tokens.show')}
              placeholder={t('studio.tokens.allShows')}
              clearable
              data={(shows.data ?? []).map((show) => ({
                value: show.id,
                label: textOf(show.texts, language, 'title', show.slug),
              }))}
              {...form.getInputProps('showId')}
            />
            <DayField
              label={t('studio.tokens.validUntil')}
              value={form.values.until}
              onChange={(until) => form.setFieldValue('until', until)}
              error={form.errors['validUntil'] as string | undefined}
            />
            {make.error && <ErrorNote error={make.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('studio.cancel')}
              </Button>
              <Button type="submit" loading={make.isPending} disabled={form.values.scopes.length === 0}>
                {t('studio.tokens.make')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
