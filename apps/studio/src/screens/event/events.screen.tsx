import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { createEvent } from '../../api/show.calls';
import { toFieldErrors } from '../../api/problem';
import { keys, queryClient, useEvents } from '../../api/queries';
import { Empty } from '../../parts/empty';
import type { Lang } from '../../api/types';
import { ErrorNote } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { textOf } from '../../parts/text-of';
import { useWords } from '../../words/words';
import classes from '../home/home.module.css';
import { Section } from '../home/section';
import { useLoadedShow } from '../show/show.layout';
import { EventFields } from './event-fields';

/** The conference editions of a show. */
export function EventsScreen() {
  const { t, language, day } = useWords();
  const show = useLoadedShow();
  const events = useEvents(show.id);
  const [isNew, dialog] = useDisclosure(false);
  const create = (
    <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={dialog.open}>
      {t('studio.event.new')}
    </Button>
  );
  return (
    <>
      {events.isPending && <Loading />}
      {events.isError && <ErrorNote error={events.error} onRetry={() => void events.refetch()} />}
      {events.data?.length === 0 && (
        <Empty title={t('studio.event.none')} text={t('studio.event.noneText')}>
          {create}
        </Empty>
      )}
      {events.data && events.data.length > 0 && (
        <>
          <Group justify="flex-end">{create}</Group>
          <Section title={t('studio.show.events')}>
            {events.data.map((event) => (
              <Link key={event.id} to={`/shows/${show.id}/events/${event.id}`} className={classes.row}>
                <span className={classes.text}>
                  <strong>{textOf(event.texts, language, 'name', event.slug)}</strong>
                  <span>
                    {event.startsOn === event.endsOn
                      ? day(event.startsOn)
                      : t('studio.event.dates', { from: day(event.startsOn), to: day(event.endsOn) })}
                    {event.place && ` · ${event.place}`}
                  </span>
                </span>
              </Link>
            ))}
          </Section>
        </>
      )}
      <NewEvent showId={show.id} zone={show.timeZone} lang={language} isOpen={isNew} onClose={dialog.close} />
    </>
  );
}

interface NewProps {
  showId: string;
  zone: string;
  lang: Lang;
  isOpen: boolean;
  onClose(): void;
}

function NewEvent({ showId, zone, lang, isOpen, onClose }: NewProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const form = useForm({ initialValues: { name: '', startsOn: '', endsOn: '', timeZone: zone, place: '' } });
  const create = useMutation({
    mutationFn: (values: typeof form.values) => createEvent(showId, { ...values, lang }),
    onSuccess: (event) => {
      void queryClient.invalidateQueries({ queryKey: keys.events(showId) });
      void navigate(`/shows/${showId}/events/${event.id}`);
    },
    onError: (error) => form.setErrors(toFieldErrors(error)),
  });
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      size="lg"
      title={t('studio.event.new')}
      closeButtonProps={{ 'aria-label': t('studio.close') }}
    >
      <form onSubmit={form.onSubmit((values) => create.mutate(values))}>
        <Stack>
          <TextInput
            label={t('studio.event.name')}
            required
            withAsterisk={false}
            data-autofocus
            {...form.getInputProps('name')}
          />
          <EventFields form={form} />
          {create.error && <ErrorNote error={create.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('studio.cancel')}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t('studio.event.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
