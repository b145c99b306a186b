import { Anchor, Drawer } from '@mantine/core';
import '@mantine/core/styles/Drawer.css';
import { useQuery } from '@tanstack/react-query';
import { getPerson } from '../../api/person.calls';
import { keys } from '../../api/queries';
import { ErrorNote } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { useWords } from '../../words/words';
import { PersonForm } from './person-form';

/** What the page of a guest says about the living person: photo, pronouns, biography, links. */
export function PersonDialog({ personId, onClose }: { personId: string; onClose(): void }) {
  const { t, language } = useWords();
  const person = useQuery({ queryKey: keys.person(personId), queryFn: () => getPerson(personId) });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={520}
      title={person.data?.name ?? t('studio.person.title')}
      closeButtonProps={{ 'aria-label': t('studio.close'), size: 'lg' }}
    >
      {person.isPending && <Loading />}
      {person.isError && <ErrorNote error={person.error} onRetry={() => void person.refetch()} />}
      {person.data && (
        <>
          <Anchor href={person.data.pageUrl[language]} target="_blank" rel="noreferrer">
            {t('studio.person.page')}
          </Anchor>
          <PersonForm person={person.data} onSaved={onClose} />
        </>
      )}
    </Drawer>
  );
}
