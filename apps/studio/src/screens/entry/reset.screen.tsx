import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { resetPassword } from '../../api/account.calls';
import { toFieldErrors } from '../../api/problem';
import { ErrorNote } from '../../parts/error-note';
import { tell } from '../../parts/toast';
import { useWords } from '../../words/words';
import { EntryFrame } from './entry-frame';
import { linkToken } from './link-token';
import { NewPasswordField } from './password-field';

/** A new password, from the link of a mail or of `npm run owner-link`. */
export function ResetScreen() {
  const { t } = useWords();
  const navigate = useNavigate();
  const token = linkToken();
  const form = useForm({ mode: 'uncontrolled', initialValues: { password: '' } });
  const reset = useMutation({
    mutationFn: resetPassword,
    onSuccess: () => {
      tell(t('studio.reset.done'));
      void navigate('/login', { replace: true });
    },
    onError: (error) => form.setErrors(toFieldErrors(error)),
  });
  return (
    <EntryFrame title={t('studio.reset.title')} text={token ? undefined : t('studio.reset.noToken')}>
      {token && (
        <form onSubmit={form.onSubmit(({ password }) => reset.mutate({ token, password }))}>
          <Stack>
            <NewPasswordField key={form.key('password')} {...form.getInputProps('password')} />
            {reset.error && <ErrorNote error={reset.error} />}
            <Button type="submit" size="md" loading={reset.isPending}>
              {t('studio.reset.submit')}
            </Button>
          </Stack>
        </form>
      )}
      <Link to="/forgotten">{t('studio.reset.askAgain')}</Link>
    </EntryFrame>
  );
}
