import { Button, Group, Modal, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { type Erasure, erasePerson, previewErasure, refreshPeople } from '../../api/people.calls';
import { toFieldErrors } from '../../api/problem';
import type { Person } from '../../api/types';
import { ErrorNote } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { tell } from '../../parts/toast';
import { useWords } from '../../words/words';
import classes from './people.module.css';

/** What goes, what stays, and the name once more: this cannot be taken back (`ux` 5.6). */
export function EraseDialog({ person, onClose }: { person: Person; onClose(): void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const preview = useQuery({ queryKey: ['erasure', person.id], queryFn: () => previewErasure(person.id), gcTime: 0 });
  const erase = useMutation({
    mutationFn: () => erasePerson(person.id, name),
    onSuccess: () => {
      tell(t('people.erase.done'));
      onClose();
      void navigate('/people', { replace: true });
      refreshPeople();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('people.erase.title', { name: person.name })}
      closeButtonProps={{ 'aria-label': t('studio.close') }}
    >
      <Stack>
        {preview.isError && <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />}
        {preview.isPending && <Loading rows={3} height={40} />}
        {preview.data && <Consequences erasure={preview.data} />}
        {preview.data && (
          <TextInput
            label={t('people.erase.name', { name: person.name })}
            value={name}
            autoComplete="off"
            onChange={(e) => setName(e.currentTarget.value)}
            error={toFieldErrors(erase.error)['name']}
          />
        )}
        {erase.error && <ErrorNote error={erase.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('studio.cancel')}
          </Button>
          <Button
            color="red"
            loading={erase.isPending}
            disabled={!preview.data || name.trim() !== person.name}
            onClick={() => erase.mutate()}
          >
            {t('people.erase.do')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Consequences({ erasure }: { erasure: Erasure }) {
  const { t } = useWords();
  const { episodes, hosted, links, quotes, clips, transcripts, hasPhoto, merged } = erasure;
  const named = episodes.filter(({ isStillNamed }) => isStillNamed);
  return (
    <>
      <div>
        <Title order={3}>{t('people.erase.goes')}</Title>
        <ul className={classes.what}>
          <li>{t('people.erase.profile', { photo: String(hasPhoto) })}</li>
          <li>{t('people.erase.episodes', { n: episodes.length, hosted })}</li>
          {links > 0 && <li>{t('people.erase.links', { n: links })}</li>}
          {quotes + clips > 0 && <li>{t('people.erase.pieces', { quotes, clips })}</li>}
          {transcripts > 0 && <li>{t('people.erase.transcripts', { n: transcripts })}</li>}
          {merged > 0 && <li>{t('people.erase.merged', { n: merged })}</li>}
          <li>{t('people.erase.former')}</li>
        </ul>
      </div>
      <div>
        <Title order={3}>{t('people.erase.stays')}</Title>
        <ul className={classes.what}>
          <li>{t('people.erase.sound')}</li>
          <li>{t('people.erase.copies')}</li>
        </ul>
      </div>
      {named.length > 0 && (
        <div>
          <Text>{t('people.erase.named', { n: named.length })}</Text>
          <ul className={classes.what}>
            {named.map(({ episodeId, showId, title }) => (
              <li key={episodeId}>
                <Link to={`/shows/${showId}/episodes/${episodeId}`}>{title || t('studio.episode.untitled')}</Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
