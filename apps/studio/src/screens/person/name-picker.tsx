import { Autocomplete, Button, Group } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { findPersons } from '../../api/person.calls';
import type { Person } from '../../api/types';
import { useWords } from '../../words/words';

interface Props {
  label: string;
  /** Ids of those who are there already. */
  taken: string[];
  /** `person` is known, or undefined for a name that is new. */
  onPick(name: string, person: Person | undefined): void;
}

/** Type a name; pick who is known, or Enter for somebody new. */
export function NamePicker({ label, taken, onPick }: Props) {
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
  const pick = (text: string) => {
    const wanted = text.trim();
    if (!wanted) return;
    const person = known.find((p) => p.name.toLocaleLowerCase() === wanted.toLocaleLowerCase());
    onPick(person?.name ?? wanted, person);
    setName('');
  };
  return (
    <Group align="flex-end" gap="xs" mt="md" wrap="nowrap">
      <Autocomplete
        label={label}
        description={t('studio.people.addHint')}
        placeholder={t('studio.people.placeholder')}
        style={{ flex: 1 }}
        value={name}
        onChange={setName}
        onOptionSubmit={(chosen) => {
          pick(chosen);
          setTimeout(() => setName(''));
        }}
        data={[...new Set(known.map((p) => p.name))]}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.currentTarget.getAttribute('aria-activedescendant')) return;
          event.preventDefault();
          pick(name);
        }}
      />
      <Button
        size="md"
        variant="default"
        leftSection={<IconUserPlus size={17} aria-hidden />}
        onClick={() => pick(name)}
      >
        {t('studio.people.addAction')}
      </Button>
    </Group>
  );
}
