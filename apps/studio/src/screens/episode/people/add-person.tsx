import { Autocomplete, Button, Group } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { findPersons } from '../../../api/episode.calls';
import type { Appearance, AppearanceRole } from '../../../api/types';
import { useWords } from '../../../words/words';
import { toAppearance } from './to-appearance';

interface Props {
  taken: string[];
  role: AppearanceRole;
  onAdd(person: Appearance): void;
}

/** Type a name; pick who is known, or Enter makes a new guest. */
export function AddPerson({ taken, role, onAdd }: Props) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [asked] = useDebouncedValue(name.trim(), 200);
  const found = useQuery({
    queryKey: ['persons', asked],
    queryFn: ({ signal }) => findPersons(asked, signal),
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
  });
  const known = (found.data ?? []).filter((person) => !taken.includes(person.id));
  const add = (text: string) => {
    const wanted = text.trim();
    if (!wanted) return;
    const person = known.find((p) => p.name.toLocaleLowerCase() === wanted.toLocaleLowerCase());
    onAdd(toAppearance(person, wanted, role));
    setName('');
  };
  return (
    <Group align="flex-end" gap="xs" mt="md" wrap="nowrap">
      <Autocomplete
        label={t('studio.people.add')}
        description={t('studio.people.addHint')}
        placeholder={t('studio.people.placeholder')}
        style={{ flex: 1 }}
        value={name}
        onChange={setName}
        onOptionSubmit={(chosen) => {
          add(chosen);
          setTimeout(() => setName(''));
        }}
        data={[...new Set(known.map((p) => p.name))]}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.currentTarget.getAttribute('aria-activedescendant')) return;
          event.preventDefault();
          add(name);
        }}
      />
      <Button
        size="md"
        variant="default"
        leftSection={<IconUserPlus size={17} aria-hidden />}
        onClick={() => add(name)}
      >
        {t('studio.people.addAction')}
      </Button>
    </Group>
  );
}
