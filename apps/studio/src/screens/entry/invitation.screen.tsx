import { Button, Loader, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { acceptInvitation, openInvitation } from '../../api/account.calls';
import { toFieldErrors } from '../../api/problem';
import { queryClient } from '../../api/queries';
import type { OpenedInvitation } from '../../api/types';
import { ErrorNote } from '../../parts/error-note';
import { useWords } from '../../words/words';
import { EntryFrame } from './entry-frame';
import { linkToken } from './link-token';
import { NewPasswordField } from './password-field';

/** An invitation to a show: who has an account joins with a press, others choose a name and a password. */
export function InvitationScreen() {
  const { t } = useWords();
  const [token] = useState(linkToken);
  const opened = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => openInvitation(token),
    enabled: token !== '',
    retry: false,
    staleTime: Infinity,
  });
  const title = opened.data
    ? t('studio.invitation.titleTo', { title: opened.data.show.title })
    : t('studio.invitation.title');
  return (
    <EntryFrame title={title} text={token ? undefined : t('studio.invitation.noToken')}>
      {token && opened.isPending && <Loader color="after" />}
      {opened.error && <ErrorNote error={opened.error} />}
      {opened.data && <Accept token={token} invitation={opened.data} />}
      <Link to="/login">{t('studio.backToLogin')}</Link>
    </EntryFrame>
  );
}

function Accept({ token, invitation }: { token: string; invitation: OpenedInvitation }) {
  const { t, region } = useWords();
  const navigate = useNavigate();
  const form = useForm({ mode: 'uncontrolled', initialValues: { name: '', password: '' } });
  const accept = useMutation({
    mutationFn: ({ name, password }: typeof form.values) =>
      acceptInvitation(invitation.hasAccount ? { token } : { token, name, password, locale: region }),
    onSuccess: ({ signedIn }) => {
      queryClient.clear();
      void navigate(signedIn ? '/' : '/login', { replace: true });
    },
    onError: (error) => form.setErrors(toFieldErrors(error)),
  });
  return (
    <form onSubmit={form.onSubmit((values) => accept.mutate(values))}>
      <Stack>
        <TextInput label={t('studio.field.email')} value={invitation.email} readOnly autoComplete="username" />
        {!invitation.hasAccount && (
          <>
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
          </>
        )}
        {accept.error && <ErrorNote error={accept.error} />}
        <Button type="submit" size="md" loading={accept.isPending}>
          {t('studio.invitation.submit')}
        </Button>
      </Stack>
    </form>
  );
}
