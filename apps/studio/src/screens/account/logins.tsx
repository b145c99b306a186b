import { Badge, Button, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { endLogin, listLogins } from '../../api/account.calls';
import { keys, queryClient } from '../../api/queries';
import { ErrorNote, toSentence } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { tellProblem } from '../../parts/toast';
import { useWords } from '../../words/words';
import classes from '../home/home.module.css';

/** Where this account is signed in; each can be ended from here. */
export function Logins() {
  const words = useWords();
  const { t, ago } = words;
  const logins = useQuery({ queryKey: keys.logins, queryFn: listLogins });
  const end = (id: string) =>
    endLogin(id)
      .catch((error) => tellProblem(toSentence(error, words)))
      .then(() => queryClient.invalidateQueries({ queryKey: keys.logins }));
  return (
    <Stack gap="xs">
      <Title order={2}>{t('studio.logins.title')}</Title>
      {logins.isPending && <Loading rows={1} />}
      {logins.isError && <ErrorNote error={logins.error} />}
      <ul className={`plain-list ${classes.rows}`}>
        {logins.data?.map((login) => {
          return (
            <li key={login.id} className={classes.row}>
              <span className={classes.text}>
                <strong>{login.device || t('studio.logins.unknown')}</strong>
                <Text component="span">{t('studio.logins.seen', { when: ago(login.lastSeenAt) })}</Text>
              </span>
              {login.current ? (
                <Badge color="after">{t('studio.logins.here')}</Badge>
              ) : (
                <Button size="xs" variant="default" onClick={() => void end(login.id)}>
                  {t('studio.logins.end')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Stack>
  );
}
