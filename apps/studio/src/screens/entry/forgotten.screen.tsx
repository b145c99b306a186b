import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { askReset } from '../../api/account.calls';
import { ErrorNote } from '../../parts/error-note';
import { useWords } from '../../words/words';
import { EntryFrame } from './entry-frame';

/** Asks for a reset link. The answer is the same whether the address is known or not. */
export function ForgottenScreen() {
  const { t } = useWords();
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '' } });
  const ask = useMutation({ mutationFn: askReset });
  return (
    <EntryFrame title={t('studio.forgotten.title')} text={ask.isSuccess ? undefined : t('studio.forgotten.text')}>
      {ask.isSuccess ? (
        <Text role="status">{t('studio.forgotten.sent')}</Text>
      ) : (
        <form onSubmit={form.onSubmit(({ email }) => ask.mutate(email))}>
          <Stack>
            <TextInput
              label={t('studio.field.email')}
              type="email"
              autoComplete="username"
              required
              withAsterisk={false}
              key={form.key('email')}
              {...form.getInputProps('email')}
            />
            {ask.error && <ErrorNote error={ask.error} />}
            <Button type="submit" size="md" loading={ask.isPending}>
              {t('studio.forgotten.submit')}
            </Button>
          </Stack>
        </form>
      )}
      <Link to="/login">{t('studio.backToLogin')}</Link>
    </EntryFrame>
  );
}
