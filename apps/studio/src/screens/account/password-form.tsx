import { Button, Group, PasswordInput, Stack, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { changePassword } from '../../api/account.calls';
import { toFieldErrors } from '../../api/problem';
import { ErrorNote } from '../../parts/error-note';
import { tell } from '../../parts/toast';
import { useWords } from '../../words/words';
import { NewPasswordField } from '../entry/password-field';

export function PasswordForm() {
  const { t } = useWords();
  const form = useForm({ initialValues: { current: '', next: '' } });
  const change = useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      form.reset();
      tell(t('studio.account.passwordChanged'));
    },
    onError: (error) => form.setErrors(toFieldErrors(error)),
  });
  return (
    <form onSubmit={form.onSubmit((values) => change.mutate(values))}>
      <Stack>
        <Title order={2}>{t('studio.account.password')}</Title>
        <PasswordInput
          label={t('studio.account.currentPassword')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('studio.field.showPassword') }}
          {...form.getInputProps('current')}
        />
        <NewPasswordField {...form.getInputProps('next')} />
        {change.error && <ErrorNote error={change.error} />}
        <Group>
          <Button type="submit" variant="default" loading={change.isPending}>
            {t('studio.account.changePassword')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
