import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { createSubscriber, listSubscribers, type NewSubscriber } from '../../api/kinds.calls';
import { toFieldErrors } from '../../api/problem';
import { keys, queryClient } from '../../api/queries';
import { ErrorNote } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { useWords } from '../../words/words';
import classes from '../home/home.module.css';
import { useLoadedShow } from '../show/show.layout';
import { AddressOnce } from './address-once';
import { SubscriberRow } from './subscriber-row';

/** Who hears the show by a private feed: make one for a name, hand its address on once, take it back. */
export function SubscribersScreen() {
  const { t } = useWords();
  const show = useLoadedShow();
  const subscribers = useQuery({ queryKey: keys.subscribers(show.id), queryFn: () => listSubscribers(show.id) });
  const [made, setMade] = useState<NewSubscriber | null>(null);
  const refresh = () => void queryClient.invalidateQueries({ queryKey: keys.subscribers(show.id) });
  const keep = (subscriber: NewSubscriber) => {
    setMade(subscriber);
    refresh();
  };
  const [open, closed] = [
    subscribers.data?.filter(({ revokedAt }) => !revokedAt) ?? [],
    subscribers.data?.filter(({ revokedAt }) => revokedAt) ?? [],
  ];
  const rows = (list: typeof open) => (
    <ul className={`plain-list ${classes.rows}`}>
      {list.map((subscriber) => (
        <SubscriberRow
          key={subscriber.id}
          showId={show.id}
          subscriber={subscriber}
          onNewAddress={keep}
          onChanged={refresh}
        />
      ))}
    </ul>
  );
  return (
    <Stack gap="xl" maw={820}>
      <Text className="soft" maw={620}>
        {t('kinds.subscriber.text')}
      </Text>
      <NewSubscriberForm showId={show.id} onMade={keep} />
      {subscribers.isPending && <Loading />}
      {subscribers.isError && <ErrorNote error={subscribers.error} onRetry={() => void subscribers.refetch()} />}
      {subscribers.data && (
        <section aria-labelledby="subscribers-open">
          <Title order={2} id="subscribers-open" className={classes.title}>
            {t('kinds.subscriber.count', { count: open.length })}
          </Title>
          {open.length > 0 && rows(open)}
        </section>
      )}
      {closed.length > 0 && (
        <section aria-labelledby="subscribers-closed">
          <Title order={2} id="subscribers-closed" className={classes.title}>
            {t('kinds.subscriber.revoked')}
          </Title>
          {rows(closed)}
        </section>
      )}
      {made && <AddressOnce subscriber={made} onClose={() => setMade(null)} />}
    </Stack>
  );
}

function NewSubscriberForm({ showId, onMade }: { showId: string; onMade(subscriber: NewSubscriber): void }) {
  const { t } = useWords();
  const form = useForm({ initialValues: { name: '' } });
  const make = useMutation({
    mutationFn: ({ name }: typeof form.values) => createSubscriber(showId, name),
    onSuccess: (subscriber) => {
      form.reset();
      onMade(subscriber);
    },
    onError: (error) => form.setErrors(toFieldErrors(error)),
  });
  return (
    <form onSubmit={form.onSubmit((values) => make.mutate(values))}>
      <Stack gap="xs">
        <Group align="flex-end">
          <TextInput
            label={t('kinds.subscriber.name')}
            description={t('kinds.subscriber.nameHint')}
            required
            withAsterisk={false}
            maxLength={200}
            style={{ flex: '1 1 260px' }}
            {...form.getInputProps('name')}
          />
          <Button type="submit" size="md" loading={make.isPending}>
            {t('kinds.subscriber.make')}
          </Button>
        </Group>
        {make.error && <ErrorNote error={make.error} />}
      </Stack>
    </form>
  );
}
