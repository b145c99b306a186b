import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { setUp } from '../../api/account.calls';
import { toFieldErrors } from '../../api/problem';
import { keys, queryClient } from '../../api/queries';
import { ErrorNote } from '../../parts/error-note';
import { useWords } from '../../words/words';
import { EntryFrame } from './entry-frame';
import { linkToken } from './link-token';
import { NewPasswordField } from './password-field';

/** The owner's first visit, from the one-time link that the console prints. */
export function SetupScreen() {
  const { t, region } = useWords();
  const navigate = useNavigate();
  const token = linkToken();
  const form = useForm({ mode: 'uncontrolled', initialValues: { name: '', email: '', password: '' } });
  const setup = useMutation({
    mutationFn: setUp,
    onSuccess: (me) => {
      queryClient.clear();
      queryClient.setQueryData(keys.me, me);
      void navigate('/', { replace: true });
    },
    onError: (error) => form.setErrors(toFieldErrors(error)),
  });
  if (!token) {
    return (
      <EntryFrame title={t('studio.setup.title')} text={t('studio.setup.noToken')}>
        <Link to="/login">{t('studio.login.title')}</Link>
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title={t('studio.setup.title')} text={t('studio.setup.text')}>
      <form onSubmit={form.onSubmit((values) => setup.mutate({ ...values, token, locale: region }))}>
        <Stack>
          <TextInput
            label={t('studio.field.yourName')}
            autoComplete="name"
            required
            withAsterisk={false}
            key={form.key('name')}
            {...form.getInputProps('name')}
          />
          <TextInput
            label={t('studio.field.email')}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <NewPasswordField
            label={t('studio.field.password')}
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          {setup.error && <ErrorNote error={setup.error} />}
          <Button type="submit" size="md" loading={setup.isPending}>
            {t('studio.setup.submit')}
          </Button>
        </Stack>
      </form>
    </EntryFrame>
  );
}
