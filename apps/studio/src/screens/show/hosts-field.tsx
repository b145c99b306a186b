import { ActionIcon, Avatar, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { createPerson, getPerson } from '../../api/person.calls';
import { keys, queryClient } from '../../api/queries';
import { toSentence } from '../../parts/error-note';
import { tellProblem } from '../../parts/toast';
import { useWords } from '../../words/words';
import rows from '../home/home.module.css';
import { NamePicker } from '../person/name-picker';

/** The hosts of a show, repeated on each of its episodes. */
export function HostsField({ hostIds, onChange }: { hostIds: string[]; onChange(ids: string[]): void }) {
  const words = useWords();
  const { t } = words;
  const hosts = useQueries({
    queries: hostIds.map((id) => ({ queryKey: keys.person(id), queryFn: () => getPerson(id) })),
  });
  const add = async (name: string, known: { id: string } | undefined) => {
    try {
      const person = known ?? (await createPerson(name));
      void queryClient.invalidateQueries({ queryKey: ['persons'] });
      if (!hostIds.includes(person.id)) onChange([...hostIds, person.id]);
    } catch (error) {
      tellProblem(toSentence(error, words));
    }
  };
  return (
    <div>
      <Text fw={600}>{t('studio.hosts.title')}</Text>
      <Text size="sm" className="soft">
        {t('studio.hosts.hint')}
      </Text>
      <ul className="plain-list">
        {hosts.map(({ data }, i) => (
          <li key={hostIds[i]} className={rows.row} style={{ minHeight: 52, paddingBlock: 4 }}>
            <Avatar src={data?.photoUrl} name={data?.name ?? ''} size={36} radius={999} color="after" alt="" />
            <span className={rows.text}>{data?.name ?? '…'}</span>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('studio.people.removeNamed', { name: data?.name ?? '' })}
              onClick={() => onChange(hostIds.filter((id) => id !== hostIds[i]))}
            >
              <IconX size={17} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <NamePicker label={t('studio.hosts.add')} taken={hostIds} onPick={(name, known) => void add(name, known)} />
    </div>
  );
}
