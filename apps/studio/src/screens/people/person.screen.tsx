import { Anchor, Avatar, Badge, Button, Text, Title } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { usePersonRecord, type PersonRecord } from '../../api/people.calls';
import { getPerson } from '../../api/person.calls';
import { keys } from '../../api/queries';
import type { Person } from '../../api/types';
import { ErrorNote } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { PageTitle } from '../../parts/page-title';
import { useWords } from '../../words/words';
import { PersonForm } from '../person/person-form';
import { AddressPart } from './address-part';
import { ErasePart } from './erase-part';
import { AppearancesPart, HistoryPart } from './record-parts';
import { MergeDialog } from './merge-dialog';
import { PastMerges } from './past-merges';
import classes from './people.module.css';
import { ToldApart } from './told-apart';

/** One person: the living record, and everything that hangs on it. */
export function PersonScreen() {
  const { personId = '' } = useParams();
  const person = useQuery({ queryKey: keys.person(personId), queryFn: () => getPerson(personId) });
  const record = usePersonRecord(personId);
  if (person.isError) return <ErrorNote error={person.error} onRetry={() => void person.refetch()} />;
  if (record.isError) return <ErrorNote error={record.error} onRetry={() => void record.refetch()} />;
  if (!person.data || !record.data) return <Loading rows={4} height={120} />;
  return <Loaded key={personId} person={person.data} record={record.data} />;
}

function Loaded({ person, record }: { person: Person; record: PersonRecord }) {
  const { t, language } = useWords();
  const [other, setOther] = useState<string | null>(null);
  return (
    <>
      <p style={{ margin: '0 0 6px' }}>
        <Link to="/people">{t('people.title')}</Link>
      </p>
      <div className={classes.head}>
        <Avatar src={person.photoUrl} name={person.name} size={72} radius={999} color="after" alt="" />
        <div>
          <PageTitle title={person.name} />
          <div style={{ display: 'flex', gap: 14, flexWrap: 'wrap', marginTop: -14 }}>
            <Anchor href={person.pageUrl[language]} target="_blank" rel="noreferrer">
              {t('people.page')}
            </Anchor>
            {person.isHidden && (
              <Badge variant="outline" color="gray" tt="none" leftSection={<IconEyeOff size={13} aria-hidden />}>
                {t('people.badge.hidden')}
              </Badge>
            )}
          </div>
        </div>
      </div>
      {record.lookalikes.length > 0 && (
        <div className={classes.notice}>
          <Text>{t('people.alike', { names: record.lookalikes.map(({ name }) => name).join(', ') })}</Text>
          {record.lookalikes.slice(0, 3).map(({ id, name }) => (
            <Button key={id} variant="default" size="sm" onClick={() => setOther(id)}>
              {t('people.compareWith', { name })}
            </Button>
          ))}
        </div>
      )}
      <PastMerges person={person} merges={record.merges} />
      <ToldApart personId={person.id} different={record.different} />
      <div className={classes.columns}>
        <section className={classes.part} aria-labelledby="person-profile">
          <Title order={2} id="person-profile">
            {t('people.person.profile')}
          </Title>
          <Text className="soft" size="sm">
            {t('people.person.profileHint')}
          </Text>
          <PersonForm key={record.merges.map(({ id }) => id).join()} person={person} />
        </section>
        <div>
          <AppearancesPart appearances={record.appearances} />
          <AddressPart person={person} former={record.formerAddresses} />
          <HistoryPart history={record.history} />
          <ErasePart person={person} />
        </div>
      </div>
      {other && <MergeDialog personId={person.id} otherId={other} onClose={() => setOther(null)} />}
    </>
  );
}
