import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { confirmEmail } from '../../api/account.calls';
import { keys, queryClient } from '../../api/queries';
import { ErrorNote } from '../../parts/error-note';
import { useWords } from '../../words/words';
import { EntryFrame } from './entry-frame';
import { linkToken } from './link-token';

/** One side of a change of address; a press confirms, so that a mail scanner that follows links does not. */
export function ConfirmEmailScreen() {
  const { t } = useWords();
  const confirm = useMutation({
    mutationFn: () => confirmEmail(linkToken()),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: keys.me }),
  });
  return (
    <EntryFrame title={t('studio.confirmEmail.title')} text={t('studio.confirmEmail.text')}>
      {confirm.isSuccess ? (
        <Text role="status">{t('studio.confirmEmail.done')}</Text>
      ) : (
        <>
          {confirm.error && <ErrorNote error={confirm.error} />}
          <Button size="md" onClick={() => confirm.mutate()} loading={confirm.isPending}>
            {t('studio.confirmEmail.submit')}
          </Button>
        </>
      )}
      <Link to="/">{t('studio.toStudio')}</Link>
    </EntryFrame>
  );
}
