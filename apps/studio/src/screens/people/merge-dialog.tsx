import { Alert, Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { keepPerson, mergePersons, type MergePreview, previewMerge, undoMerge } from '../../api/people.calls';
import { ErrorNote, toSentence } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { tell, tellProblem } from '../../parts/toast';
import { useWords } from '../../words/words';
import { ApartButton } from './apart-button';
import { MergeRecord } from './merge-record';
import classes from './people.module.css';

interface Props {
  personId: string;
  otherId: string;
  onClose(): void;
}

/** Both records side by side, which one stays, and what happens then. It can be taken back. */
export function MergeDialog({ personId, otherId, onClose }: Props) {
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const [keepId, setKeep] = useState(personId);
  const goneId = keepId === personId ? otherId : personId;
  const preview = useQuery({ queryKey: ['merge', keepId, goneId], queryFn: () => previewMerge(keepId, goneId) });
  const takeBack = (mergeId: string) =>
    void undoMerge(keepId, mergeId)
      .then((person) => {
        keepPerson(person);
        tell(t('people.merge.undone'));
      })
      .catch((error: unknown) => tellProblem(toSentence(error, words)));
  const merge = useMutation({
    mutationFn: () => mergePersons(keepId, goneId),
    onSuccess: ({ id, person }) => {
      keepPerson(person);
      tell(t('people.merge.done', { name: person.name }), { label: t('people.merge.undo'), run: () => takeBack(id) });
      onClose();
      void navigate(`/people/${keepId}`, { replace: true });
    },
  });
  const data = preview.data;
  const records = data && (keepId === personId ? [data.keep, data.gone] : [data.gone, data.keep]);
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('people.merge.title')}
      closeButtonProps={{ 'aria-label': t('studio.close') }}
    >
      <Stack>
        <Text>{t('people.merge.intro')}</Text>
        {preview.isError && <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />}
        {preview.isPending && <Loading rows={2} height={160} />}
        {records && (
          <div className={classes.pair} role="radiogroup" aria-label={t('people.merge.keep')}>
            {records.map((person) => (
              <MergeRecord
                key={person.id}
                person={person}
                isKept={person.id === keepId}
                onKeep={() => setKeep(person.id)}
              />
            ))}
          </div>
        )}
        {data && <Consequences preview={data} />}
        {merge.error && <ErrorNote error={merge.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('studio.cancel')}
          </Button>
          {records && <ApartButton one={records[0]!} other={records[1]!} onDone={onClose} />}
          {data && canMerge(data) && (
            <Button loading={merge.isPending} onClick={() => merge.mutate()}>
              {t('people.merge.do', { name: data.keep.name })}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function canMerge({ both, elsewhere }: MergePreview): boolean {
  return both.length === 0 && elsewhere === 0;
}

function Consequences({ preview }: { preview: MergePreview }) {
  const { t, language } = useWords();
  const { keep, gone, episodes, fills, both, elsewhere } = preview;
  const quoted = (title: string) => (language === 'fr' ? `«\u202f${title}\u202f»` : `“${title}”`);
  const named = (items: readonly { title: string }[]) =>
    items.map(({ title }) => quoted(title || t('studio.episode.untitled'))).join(', ');
  if (both.length > 0) {
    return (
      <Alert variant="outline" color="accent" icon={<IconUsers aria-hidden />}>
        {t('people.merge.both', { titles: named(both) })}
      </Alert>
    );
  }
  if (elsewhere > 0) {
    return (
      <Alert variant="outline" color="accent" icon={<IconUsers aria-hidden />}>
        {t('people.merge.elsewhere', { n: elsewhere })}
      </Alert>
    );
  }
  const { name } = keep;
  const parts = fills.map((part) => t('people.part', { part: part.replace('biography.', '') })).join(', ');
  return (
    <div>
      <Title order={3}>{t('people.merge.what')}</Title>
      <ul className={classes.what}>
        <li>{t('people.merge.moves', { n: episodes.length, name, titles: named(episodes.slice(0, 5)) })}</li>
        {parts && <li>{t('people.merge.fills', { name, parts })}</li>}
        <li>{t('people.merge.address', { address: `/g/${gone.slug}`, name })}</li>
        <li>{t('people.merge.feeds')}</li>
      </ul>
    </div>
  );
}
