import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { logIn } from '../../api/account.calls';
import { keys, queryClient, useInstance, useMe } from '../../api/queries';
import { ErrorNote } from '../../parts/error-note';
import { useWords } from '../../words/words';
import { EntryFrame } from './entry-frame';

export function LoginScreen() {
  const { t } = useWords();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const me = useMe();
  const instance = useInstance();
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '', password: '' } });
  const next = safeNext(search.get('next'));
  const login = useMutation({
    mutationFn: logIn,
    onSuccess: (found) => {
      queryClient.setQueryData(keys.me, found);
      void navigate(next, { replace: true });
    },
  });
  if (me.data) return <Navigate to={next} replace />;
  return (
    <EntryFrame
      title={t('studio.login.title')}
      text={instance.data?.needsSetup ? t('studio.login.needsSetup') : undefined}
    >
      <form onSubmit={form.onSubmit((values) => login.mutate(values))}>
        <TextInput
          label={t('studio.field.email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          mb="md"
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('studio.field.password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          mb="lg"
          visibilityToggleButtonProps={{ 'aria-label': t('studio.field.showPassword') }}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        {login.error && <ErrorNote error={login.error} />}
        <Button type="submit" fullWidth size="md" mt="sm" loading={login.isPending}>
          {t('studio.login.submit')}
        </Button>
      </form>
      <Link to="/forgotten">{t('studio.login.forgotten')}</Link>
    </EntryFrame>
  );
}

/** Only a path of ours is followed, never an address from outside. */
function safeNext(next: string | null): string {
  return next?.startsWith('/') && !next.startsWith('//') ? next : '/';
}
