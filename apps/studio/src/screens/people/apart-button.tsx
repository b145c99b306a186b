import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { refreshPeople, sayDifferent, takeBackDifferent } from '../../api/people.calls';
import { toSentence } from '../../parts/error-note';
import { tell, tellProblem } from '../../parts/toast';
import { useWords } from '../../words/words';

interface Named {
  id: string;
  name: string;
}

/** These are two people: they are not proposed as one any more. Can be taken back. */
export function ApartButton({ one, other, onDone }: { one: Named; other: Named; onDone(): void }) {
  const words = useWords();
  const { t } = words;
  const takeBack = () =>
    void takeBackDifferent(one.id, other.id)
      .then(() => {
        refreshPeople();
        tell(t('people.apart.undone'));
      })
      .catch((error: unknown) => tellProblem(toSentence(error, words)));
  const say = useMutation({
    mutationFn: () => sayDifferent(one.id, other.id),
    onSuccess: () => {
      refreshPeople();
      const text = t('people.apart.done', { one: one.name, other: other.name });
      tell(text, { label: t('people.apart.undo'), run: takeBack });
      onDone();
    },
    onError: (error) => tellProblem(toSentence(error, words)),
  });
  return (
    <Button variant="default" loading={say.isPending} onClick={() => say.mutate()}>
      {t('people.merge.apart')}
    </Button>
  );
}
