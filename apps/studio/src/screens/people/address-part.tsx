import { Button, Code, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { changeAddress, keepPerson, type PersonRecord } from '../../api/people.calls';
import { toFieldErrors } from '../../api/problem';
import type { Person } from '../../api/types';
import { ErrorNote } from '../../parts/error-note';
import { tell } from '../../parts/toast';
import { useWords } from '../../words/words';
import classes from './people.module.css';

/** Where the page is and was. An old address leads on only if the person agrees (`ux` 3.3). */
export function AddressPart({ person, former }: { person: Person; former: PersonRecord['formerAddresses'] }) {
  const { t, date } = useWords();
  const [slug, setSlug] = useState<string | null>(null);
  return (
    <section className={classes.part} aria-labelledby="person-address">
      <Title order={2} id="person-address">
        {t('people.person.address')}
      </Title>
      <Text className="soft" size="sm">
        {t('people.person.addressHint')}
      </Text>
      <ul className="plain-list">
        <li className={classes.line}>
          <Code>/g/{person.slug}</Code>
        </li>
        {former.map((each) => (
          <li key={each.slug} className={classes.line}>
            <Code>/g/{each.slug}</Code>
            <span>
              {t(each.redirects ? 'people.person.formerOn' : 'people.person.formerOff', { date: date(each.since) })}
            </span>
          </li>
        ))}
      </ul>
      {slug === null ? (
        <Button mt="sm" size="sm" variant="default" onClick={() => setSlug(person.name)}>
          {t('people.person.addressDo')}
        </Button>
      ) : (
        <NewAddress person={person} initial={slug} onDone={() => setSlug(null)} />
      )}
    </section>
  );
}

function NewAddress({ person, initial, onDone }: { person: Person; initial: string; onDone(): void }) {
  const { t } = useWords();
  const [slug, setSlug] = useState(initial);
  const [leads, setLeads] = useState('end');
  const change = useMutation({
    mutationFn: () => changeAddress(person.id, { slug, redirects: leads === 'move' }),
    onSuccess: (saved) => {
      keepPerson(saved);
      tell(t('studio.saved'));
      onDone();
    },
  });
  return (
    <Stack mt="md">
      <TextInput
        label={t('people.person.addressNew')}
        value={slug}
        onChange={(e) => setSlug(e.currentTarget.value)}
        error={toFieldErrors(change.error)['slug']}
      />
      <Radio.Group label={t('people.person.addressOld')} value={leads} onChange={setLeads}>
        <Stack gap="sm" mt={6}>
          <Radio value="end" label={t('people.person.addressEnd')} description={t('people.person.addressEndText')} />
          <Radio value="move" label={t('people.person.addressMove')} description={t('people.person.addressMoveText')} />
        </Stack>
      </Radio.Group>
      {change.error && <ErrorNote error={change.error} />}
      <div style={{ display: 'flex', gap: 10 }}>
        <Button loading={change.isPending} disabled={!slug.trim()} onClick={() => change.mutate()}>
          {t('people.person.addressDo')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('studio.cancel')}
        </Button>
      </div>
    </Stack>
  );
}
