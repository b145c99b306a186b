import { Button, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { listTokens, revokeToken } from '../../api/account.calls';
import { keys, queryClient } from '../../api/queries';
import type { Token } from '../../api/types';
import { ErrorNote, toSentence } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { tellProblem } from '../../parts/toast';
import { useWords } from '../../words/words';
import classes from '../home/home.module.css';
import { NewToken } from './new-token';
import { scopeWords } from './scope-words';

/** Keys for programs: what each may do, until when, and when it was last used. */
export function Tokens() {
  const words = useWords();
  const { t } = words;
  const [isNew, dialog] = useDisclosure(false);
  const tokens = useQuery({ queryKey: keys.tokens, queryFn: listTokens });
  const refresh = () => queryClient.invalidateQueries({ queryKey: keys.tokens });
  const revoke = (id: string) =>
    revokeToken(id)
      .catch((error) => tellProblem(toSentence(error, words)))
      .then(refresh);
  return (
    <Stack gap="xs" align="stretch">
      <Title order={2}>{t('studio.tokens.title')}</Title>
      <Text className="soft">{t('studio.tokens.text')}</Text>
      {tokens.isPending && <Loading rows={1} />}
      {tokens.isError && <ErrorNote error={tokens.error} />}
      {tokens.data && tokens.data.length > 0 && (
        <ul className={`plain-list ${classes.rows}`}>
          {tokens.data.map((token) => (
            <TokenItem key={token.id} token={token} onRevoke={() => void revoke(token.id)} />
          ))}
        </ul>
      )}
      <div>
        <Button variant="default" onClick={dialog.open}>
          {t('studio.tokens.new')}
        </Button>
      </div>
      <NewToken isOpen={isNew} onClose={dialog.close} onMade={() => void refresh()} />
    </Stack>
  );
}

function TokenItem({ token, onRevoke }: { token: Token; onRevoke(): void }) {
  const { t, date, ago } = useWords();
  const facts = [
    token.scopes.map((scope) => t(scopeWords[scope])).join(', '),
    token.validUntil ? t('studio.tokens.until', { date: date(token.validUntil) }) : t('studio.tokens.forever'),
    token.lastUsedAt ? t('studio.tokens.used', { when: ago(token.lastUsedAt) }) : t('studio.tokens.unused'),
  ];
  return (
    <li className={classes.row}>
      <span className={classes.text}>
        <strong>{token.name}</strong>
        <span>{facts.join(' · ')}</span>
      </span>
      <Button
        size="xs"
        variant="default"
        onClick={onRevoke}
        aria-label={t('studio.tokens.revokeNamed', { name: token.name })}
      >
        {t('studio.tokens.revoke')}
      </Button>
    </li>
  );
}
