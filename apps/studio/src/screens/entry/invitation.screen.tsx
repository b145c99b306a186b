import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { acceptInvitation } from '../../api/account.calls';
import { toFieldErrors } from '../../api/problem';
import { queryClient } from '../../api/queries';
import { ErrorNote } from '../../parts/error-note';
import { useWords } from '../../words/words';
import { EntryFrame } from './entry-frame';
import { linkToken } from './link-token';
import { NewPasswordField } from './password-field';

/** Joins a show from an invitation. */
export function InvitationScreen() {
  const { t } = useWords();
  const navigate = useNavigate();
  const token = linkToken();
  const form = useForm({ mode: 'uncontrolled', initialValues: { name: '', password: '' } });
  const accept = useMutation({
    mutationFn: acceptInvitation,
    onSuccess: () => {
      queryClient.clear();
      void navigate('/', { replace: true });
    },
    onError: (error) => form.setErrors(toFieldErrors(error)),
  });
  return (
    <EntryFrame
      title={t('studio.invitation.title')}
      text={token ? t('studio.invitation.text') : t('studio.invitation.noToken')}
    >
      {token && (
        <form onSubmit={form.onSubmit((values) => accept.mutate({ token, ...values }))}>
          <Stack>
            <TextInput
              label={t('studio.field.yourName')}
              autoComplete="name"
              required
              withAsterisk={false}
              key={form.key('name')}
              {...form.getInputProps('name')}
            />
            <NewPasswordField
              label={t('studio.field.password')}
              key={form.key('password')}
              {...form.getInputProps('password')}
            />
            {accept.error && <ErrorNote error={accept.error} />}
            <Button type="submit" size="md" loading={accept.isPending}>
              {t('studio.invitation.submit')}
            </Button>
          </Stack>
        </form>
      )}
      <Link to="/login">{t('studio.backToLogin')}</Link>
    </EntryFrame>
  );
}
