import { Avatar, Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { keepPerson, removePhoto } from '../../api/people.calls';
import { putPhoto } from '../../api/person.calls';
import type { Person } from '../../api/types';
import { toSentence } from '../../parts/error-note';
import { useWords } from '../../words/words';

/** The portrait, sent as soon as it is chosen. */
export function PhotoField({ person }: { person: Person }) {
  const words = useWords();
  const { t } = words;
  const input = useRef<HTMLInputElement>(null);
  const put = useMutation({
    mutationFn: (photo: File) => putPhoto(person.id, photo),
    onSuccess: keepPerson,
  });
  const remove = useMutation({ mutationFn: () => removePhoto(person.id), onSuccess: keepPerson });
  const isSmall = person.photoUrl !== null && person.photoWidth !== null && person.photoWidth < 800;
  const error = put.error ?? remove.error;
  return (
    <Group align="center">
      <Avatar src={person.photoUrl} name={person.name} size={96} radius={999} color="after" alt="" />
      <div>
        <input
          ref={input}
          type="file"
          accept="image/jpeg,image/png,image/webp"
          aria-label={t('studio.person.photo')}
          style={{ display: 'none' }}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (file) put.mutate(file);
          }}
        />
        <Button variant="default" size="sm" loading={put.isPending} onClick={() => input.current?.click()}>
          {t('studio.person.photoChoose')}
        </Button>
        {person.photoUrl && (
          <Button ml="xs" variant="subtle" color="gray" size="sm" onClick={() => remove.mutate()}>
            {t('people.person.photoRemove')}
          </Button>
        )}
        <Text size="sm" mt={6} className="soft" c={isSmall ? 'var(--warn)' : undefined}>
          {isSmall ? t('people.person.photoSmall', { n: person.photoWidth ?? 0 }) : t('studio.person.photoHint')}
        </Text>
        {error && (
          <Text size="sm" role="alert" c="var(--bad)">
            {toSentence(error, words)}
          </Text>
        )}
      </div>
    </Group>
  );
}
