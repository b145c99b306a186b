import { Alert, Button, Divider, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { exportKeys, moveBack, moveShow, type ShowMove, useMove } from '../../../api/export.calls';
import { Problem, toFieldErrors } from '../../../api/problem';
import { queryClient } from '../../../api/queries';
import type { Show } from '../../../api/types';
import { ErrorNote, toSentence } from '../../../parts/error-note';
import { Loading } from '../../../parts/loading';
import { tell, tellProblem } from '../../../parts/toast';
import { useWords } from '../../../words/words';

/** That the podcast lives elsewhere now: what happens then, for how long to keep it, and the way back. */
export function ShowMovePart({ show }: { show: Show }) {
  const words = useWords();
  const { t } = words;
  const move = useMove(show.id);
  const keep = (answer: ShowMove) => queryClient.setQueryData(exportKeys.move(show.id), answer);
  const undo = useMutation({
    mutationFn: () => moveBack(show.id),
    onSuccess: (answer) => {
      keep(answer);
      tell(t('studio.move.undone'));
    },
    onError: (error) => tellProblem(toSentence(error, words)),
  });
  const onMoved = (answer: ShowMove) => {
    keep(answer);
    tell(t('studio.move.done', { url: answer.movedTo ?? '' }), { label: t('studio.undo'), run: () => undo.mutate() });
  };
  return (
    <>
      <Divider />
      <Stack gap="md" id="move" component="section" aria-labelledby="move-title">
        <div>
          <Title order={2} id="move-title">
            {t('studio.move.title')}
          </Title>
          <Text className="soft" size="sm">
            {t('studio.move.text')}
          </Text>
          <Text className="soft" size="sm" mt={6}>
            {t('studio.move.keep')}
          </Text>
        </div>
        {move.isPending && <Loading rows={1} height={64} />}
        {move.isError && <ErrorNote error={move.error} onRetry={() => void move.refetch()} />}
        {move.data &&
          (move.data.movedTo ? (
            <Moved move={move.data} isBusy={undo.isPending} onUndo={() => undo.mutate()} />
          ) : (
            <MoveForm showId={show.id} onMoved={onMoved} />
          ))}
      </Stack>
    </>
  );
}

/** Where the feed leads, how much of the show was found there, and the way back. */
function Moved({ move, isBusy, onUndo }: { move: ShowMove; isBusy: boolean; onUndo(): void }) {
  const { t, number } = useWords();
  const { movedTo, check } = move;
  const missing = check ? check.total - check.found : 0;
  return (
    <Alert variant="outline" color="after" icon={<IconArrowRight aria-hidden />} title={t('studio.move.moved')}>
      <Text style={{ overflowWrap: 'anywhere' }}>{t('studio.move.movedText', { url: movedTo ?? '' })}</Text>
      {check && check.found > 0 && (
        <Text>
          {t('studio.move.same', { n: check.found, number: number(check.found), total: number(check.total) })}
        </Text>
      )}
      {missing > 0 && <Text c="var(--warn)">{t('studio.move.fewer', { n: missing, number: number(missing) })}</Text>}
      <Text size="sm" className="soft" mt="xs">
        {t('studio.move.undoHint')}
      </Text>
      <Button mt="sm" size="sm" variant="default" loading={isBusy} onClick={onUndo}>
        {t('studio.move.undo')}
      </Button>
    </Alert>
  );
}

function MoveForm({ showId, onMoved }: { showId: string; onMoved(answer: ShowMove): void }) {
  const { t } = useWords();
  const [to, setTo] = useState('');
  const move = useMutation({
    mutationFn: (anyway: boolean) => moveShow(showId, { to, anyway }),
    onSuccess: onMoved,
  });
  const isOther = move.error instanceof Problem && move.error.code === 'MOVE_OTHER_FEED';
  const fieldError = move.error ? toFieldErrors(move.error)['to'] : undefined;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        move.mutate(false);
      }}
    >
      <Stack gap="md">
        <TextInput
          label={t('studio.move.to')}
          placeholder="https://"
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          value={to}
          error={fieldError}
          onChange={(event) => {
            setTo(event.currentTarget.value);
            if (move.error) move.reset();
          }}
        />
        {move.error && !fieldError && <ErrorNote error={move.error} />}
        {isOther && <Text size="sm">{t('studio.move.anywayText')}</Text>}
        <Group>
          <Button type="submit" variant="default" disabled={!to.trim()} loading={move.isPending && !isOther}>
            {t('studio.move.check')}
          </Button>
          {isOther && (
            <Button variant="default" onClick={() => move.mutate(true)}>
              {t('studio.move.anyway')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
