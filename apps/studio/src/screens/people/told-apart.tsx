import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type PersonRecord, refreshPeople, takeBackDifferent } from '../../api/people.calls';
import { toSentence } from '../../parts/error-note';
import { tell, tellProblem } from '../../parts/toast';
import { useWords } from '../../words/words';
import classes from './people.module.css';

/** Who looks alike and was said to be somebody else, with the way back. */
export function ToldApart({ personId, different }: { personId: string; different: PersonRecord['different'] }) {
  const words = useWords();
  const { t, date } = words;
  const undo = useMutation({
    mutationFn: (otherId: string) => takeBackDifferent(personId, otherId),
    onSuccess: () => {
      refreshPeople();
      tell(t('people.apart.undone'));
    },
    onError: (error) => tellProblem(toSentence(error, words)),
  });
  return different.map(({ id, name, at }) => (
    <div key={id} className={classes.notice}>
      <Text>{t('people.apart.past', { name, date: date(at) })}</Text>
      <Button variant="default" size="sm" loading={undo.isPending} onClick={() => undo.mutate(id)}>
        {t('people.apart.undo')}
      </Button>
    </div>
  ));
}
