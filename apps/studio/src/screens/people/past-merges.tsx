import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { keepPerson, type PersonRecord, undoMerge } from '../../api/people.calls';
import type { Person } from '../../api/types';
import { toSentence } from '../../parts/error-note';
import { tell, tellProblem } from '../../parts/toast';
import { useWords } from '../../words/words';
import classes from './people.module.css';

/** What this record has taken in, with the way back. */
export function PastMerges({ person, merges }: { person: Person; merges: PersonRecord['merges'] }) {
  const words = useWords();
  const { t, date } = words;
  const undo = useMutation({
    mutationFn: (mergeId: string) => undoMerge(person.id, mergeId),
    onSuccess: (saved) => {
      keepPerson(saved);
      tell(t('people.merge.undone'));
    },
    onError: (error) => tellProblem(toSentence(error, words)),
  });
  return merges.map(({ id, goneName, at }) => (
    <div key={id} className={classes.notice}>
      <Text>{t('people.merge.past', { name: goneName, date: date(at) })}</Text>
      <Button variant="default" size="sm" loading={undo.isPending} onClick={() => undo.mutate(id)}>
        {t('people.merge.undo')}
      </Button>
    </div>
  ));
}
