import { Button, Loader, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listPeople, type PeopleFilter } from '../../api/people.calls';
import { Empty } from '../../parts/empty';
import { ErrorNote } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { PageTitle } from '../../parts/page-title';
import { useWords } from '../../words/words';
import { NewPerson } from './new-person';
import classes from './people.module.css';
import { PersonRow } from './person-row';

const filters: readonly PeopleFilter[] = ['all', 'twice', 'hidden', 'renamed'];

/** Everybody who is heard on this instance; who is there twice, hidden, or has a new address. */
export function PeopleScreen() {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 200);
  const [filter, setFilter] = useState<PeopleFilter>('all');
  const [isNew, dialog] = useDisclosure(false);
  const list = useInfiniteQuery({
    queryKey: ['people', q, filter],
    queryFn: ({ pageParam }) => listPeople(q, filter, pageParam),
    initialPageParam: 1,
    getNextPageParam: (last, pages) => (pages.length * 50 < last.total ? pages.length + 1 : undefined),
    placeholderData: keepPreviousData,
  });
  const people = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const counts = list.data?.pages[0]?.counts;
  return (
    <>
      <PageTitle title={t('people.title')}>
        <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={dialog.open}>
          {t('people.add')}
        </Button>
      </PageTitle>
      <p className="soft" style={{ maxWidth: 680, marginTop: -8 }}>
        {t('people.intro')}
      </p>
      <div className={classes.tools} role="search">
        <TextInput
          label={t('people.search')}
          value={typed}
          onChange={(e) => setTyped(e.currentTarget.value)}
          leftSection={<IconSearch size={17} aria-hidden />}
          rightSection={list.isFetching ? <Loader size={16} aria-hidden /> : null}
        />
        <SegmentedControl
          aria-label={t('people.filter')}
          value={filter}
          onChange={(value) => setFilter(value as PeopleFilter)}
          data={filters.map((value) => ({
            value,
            label: counts ? `${t(`people.filter.${value}`)} (${counts[value] ?? 0})` : t(`people.filter.${value}`),
          }))}
        />
      </div>
      {list.isPending && <Loading rows={5} />}
      {list.isError && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && people.length === 0 && <Nobody q={q} filter={filter} onAdd={dialog.open} />}
      {people.length > 0 && (
        <ul className={`plain-list ${classes.rows}`} aria-label={t('people.title')}>
          {people.map((person) => (
            <li key={person.id}>
              <PersonRow person={person} />
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button mt="md" variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('people.more')}
        </Button>
      )}
      {isNew && <NewPerson onClose={dialog.close} />}
    </>
  );
}

function Nobody({ q, filter, onAdd }: { q: string; filter: PeopleFilter; onAdd(): void }) {
  const { t } = useWords();
  if (q) return <Empty title={t('people.noneFound')} text={t('people.noneFoundText')} />;
  if (filter !== 'all') return <Empty title={t('people.noneFilter')} text={t('people.noneFilterText')} />;
  return (
    <Empty title={t('people.none')} text={t('people.noneText')}>
      <Button onClick={onAdd}>{t('people.add')}</Button>
    </Empty>
  );
}
