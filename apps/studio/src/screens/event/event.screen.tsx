import { Button, Group, Stack, Tabs, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { binEvent, getEvent, saveEvent } from '../../api/show.calls';
import { toFieldErrors } from '../../api/problem';
import { keys, queryClient, useEpisodes } from '../../api/queries';
import type { Lang, ShowEvent } from '../../api/types';
import { ErrorNote, toSentence } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { textOf } from '../../parts/text-of';
import { tell, tellProblem } from '../../parts/toast';
import { useWords } from '../../words/words';
import { EpisodeRow } from '../home/episode-row';
import { Section } from '../home/section';
import { UploadInvitation } from '../home/upload-invitation';
import { CopyFeed, PageLinks, useLoadedShow } from '../show/show.layout';
import showClasses from '../show/show.module.css';
import { EventFields } from './event-fields';

const langs: Lang[] = ['fr', 'en'];

/** One event: its talks, and its facts to change. */
export function EventScreen() {
  const { t, language } = useWords();
  const show = useLoadedShow();
  const { eventId = '' } = useParams();
  const event = useQuery({ queryKey: keys.event(eventId), queryFn: () => getEvent(show.id, eventId) });
  const episodes = useEpisodes(show.id);
  if (event.isPending) return <Loading />;
  if (event.isError) return <ErrorNote error={event.error} onRetry={() => void event.refetch()} />;
  const talks = (episodes.data ?? []).filter((e) => e.eventId === eventId);
  return (
    <>
      <Title order={2}>{textOf(event.data.texts, language, 'name', event.data.slug)}</Title>
      <div className={showClasses.links} style={{ marginBottom: 24 }}>
        {event.data.feedUrl && <CopyFeed url={event.data.feedUrl} />}
        {event.data.pageUrl && <PageLinks urls={event.data.pageUrl} />}
      </div>
      {show.role !== 'moderator' && <UploadInvitation showId={show.id} eventId={eventId} />}
      <Section title={t('studio.event.talks')} empty={t('studio.event.noTalks')}>
        {talks.map((talk) => (
          <EpisodeRow key={talk.id} episode={talk} />
        ))}
      </Section>
      <EventForm key={event.data.version} event={event.data} />
    </>
  );
}

function EventForm({ event }: { event: ShowEvent }) {
  const words = useWords();
  const { t, language } = words;
  const navigate = useNavigate();
  const row = (lang: Lang) => ({ name: '', description: '', ...event.texts.find((r) => r.lang === lang), lang });
  const form = useForm({
    initialValues: {
      fr: row('fr'),
      en: row('en'),
      startsOn: event.startsOn,
      endsOn: event.endsOn,
      timeZone: event.timeZone,
      place: event.place,
    },
  });
  const save = useMutation({
    mutationFn: ({ fr, en, ...facts }: typeof form.values) =>
      saveEvent(event.showId, event.id, event.version, { ...facts, texts: [fr, en].filter((r) => r.name) }),
    onSuccess: (saved) => {
      queryClient.setQueryData(keys.event(event.id), saved);
      void queryClient.invalidateQueries({ queryKey: keys.events(event.showId) });
      tell(t('studio.saved'));
    },
    onError: (error) => form.setErrors(toFieldErrors(error)),
  });
  const bin = async () => {
    try {
      await binEvent(event.showId, event.id);
      void queryClient.invalidateQueries({ queryKey: keys.events(event.showId) });
      void navigate(`/shows/${event.showId}/events`);
      tell(t('studio.event.removed'));
    } catch (error) {
      tellProblem(toSentence(error, words));
    }
  };
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack mt={48} maw={680} gap="lg">
        <Title order={2}>{t('studio.event.settings')}</Title>
        <Tabs defaultValue={language} keepMounted={false}>
          <Tabs.List aria-label={t('studio.texts.languages')}>
            {langs.map((lang) => (
              <Tabs.Tab key={lang} value={lang} lang={lang}>
                {lang === 'fr' ? 'Français' : 'English'}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {langs.map((lang) => (
            <Tabs.Panel key={lang} value={lang} pt="md">
              <Stack>
                <TextInput label={t('studio.event.name')} {...form.getInputProps(`${lang}.name`)} />
                <Textarea
                  label={t('studio.event.description')}
                  autosize
                  minRows={3}
                  {...form.getInputProps(`${lang}.description`)}
                />
              </Stack>
            </Tabs.Panel>
          ))}
        </Tabs>
        <EventFields form={form} />
        {save.error && <ErrorNote error={save.error} />}
        <Group justify="space-between">
          <Button type="submit" loading={save.isPending}>
            {t('studio.save')}
          </Button>
          <Button variant="subtle" color="gray" onClick={() => void bin()}>
            {t('studio.event.remove')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
