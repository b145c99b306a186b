import { Button, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { changeEmail } from '../../api/account.calls';
import { toFieldErrors } from '../../api/problem';
import type { Me } from '../../api/types';
import { ErrorNote } from '../../parts/error-note';
import { tell } from '../../parts/toast';
import { useWords } from '../../words/words';

/** A change of address is confirmed from both, the old one and the new one. */
export function EmailForm({ me }: { me: Me }) {
  const { t } = useWords();
  const form = useForm({ initialValues: { email: '', password: '' } });
  const change = useMutation({
    mutationFn: changeEmail,
    onSuccess: () => {
      form.reset();
      tell(t('studio.account.emailAsked'));
    },
    onError: (error) => form.setErrors(toFieldErrors(error)),
  });
  return (
    <form onSubmit={form.onSubmit((values) => change.mutate(values))}>
      <Stack>
        <div>
          <Title order={2}>{t('studio.account.email')}</Title>
          <Text className="soft">{t('studio.account.emailText', { email: me.email })}</Text>
        </div>
        <TextInput
          label={t('studio.account.newEmail')}
          type="email"
          required
          withAsterisk={false}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('studio.account.currentPassword')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('studio.field.showPassword') }}
          {...form.getInputProps('password')}
        />
        {change.error && <ErrorNote error={change.error} />}
        <Group>
          <Button type="submit" variant="default" loading={change.isPending}>
            {t('studio.account.changeEmail')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
