import { Button, Checkbox, Divider, Group, Stack, Tabs, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { binShow, dropShowCover, putShowCover, restoreShow, saveShow } from '../../api/show.calls';
import { Problem, toFieldErrors } from '../../api/problem';
import { keys, queryClient, refreshCatalog, useMe } from '../../api/queries';
import type { Lang, Show } from '../../api/types';
import { CoverField } from '../../parts/cover-field';
import { ErrorNote, toSentence } from '../../parts/error-note';
import { useJump } from '../../parts/use-jump';
import { tell, tellProblem } from '../../parts/toast';
import { textOf } from '../../parts/text-of';
import { useWords } from '../../words/words';
import { ShowExportPart } from './export/show-export';
import { ShowFeedPart } from './feed-part/show-feed-part';
import { HostsField } from './hosts-field';
import { ShowFields } from './show-fields';
import { useLoadedShow } from './show.layout';
import { ShowSoundPart } from './sound/show-sound';

const langs: Lang[] = ['fr', 'en'];

export function ShowSettingsScreen() {
  const show = useLoadedShow();
  return <SettingsForm key={show.version} show={show} />;
}

function SettingsForm({ show }: { show: Show }) {
  const words = useWords();
  const { t, language } = words;
  const me = useMe();
  useJump();
  const title = textOf(show.texts, language, 'title', show.slug);
  const row = (lang: Lang) => ({ title: '', description: '', ...show.texts.find((r) => r.lang === lang), lang });
  const form = useForm({
    initialValues: {
      fr: row('fr'),
      en: row('en'),
      language: show.language,
      category: show.category,
      subcategory: show.subcategory,
      author: show.author,
      ownerEmail: show.ownerEmail,
      explicit: show.explicit,
      type: show.type,
      timeZone: show.timeZone,
      copyright: show.copyright,
      locked: show.locked,
      hostIds: show.hostIds,
    },
  });
  const keep = (saved: Show) => {
    queryClient.setQueryData(keys.show(show.id), saved);
    void queryClient.invalidateQueries({ queryKey: keys.shows });
  };
  const save = useMutation({
    mutationFn: ({ fr, en, ...facts }: typeof form.values) =>
      saveShow(show.id, show.version, { ...facts, texts: [fr, en].filter((r) => r.title || r.description) }),
    onSuccess: (saved) => {
      keep(saved);
      tell(t('studio.saved'));
    },
    onError: (error) => form.setErrors(toFieldErrors(error)),
  });
  const cover = useMutation({
    mutationFn: (picture: File | null) => (picture ? putShowCover(show.id, picture) : dropShowCover(show.id)),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: keys.show(show.id) });
      void queryClient.invalidateQueries({ queryKey: keys.shows });
    },
  });
  const stale = save.error instanceof Problem && save.error.code === 'STALE_VERSION';
  return (
    <Stack maw={680} gap="xl">
      <CoverField
        label={t('studio.cover.label')}
        description={t('studio.cover.hint')}
        url={show.cover?.url ?? null}
        name={title}
        isBusy={cover.isPending}
        error={cover.error ? toSentence(cover.error, words) : undefined}
        onPick={(file) => cover.mutate(file)}
        onRemove={() => cover.mutate(null)}
      />
      <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack gap="lg">
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
                  <TextInput label={t('studio.show.title')} {...form.getInputProps(`${lang}.title`)} />
                  <Textarea
                    id={lang === language ? 'field-show.description' : undefined}
                    label={t('studio.show.description')}
                    autosize
                    minRows={4}
                    {...form.getInputProps(`${lang}.description`)}
                  />
                </Stack>
              </Tabs.Panel>
            ))}
          </Tabs>
          <ShowFields form={form} email={me.data?.email ?? ''} />
          <HostsField hostIds={form.values.hostIds} onChange={(ids) => form.setFieldValue('hostIds', ids)} />
          <TextInput label={t('studio.show.copyright')} {...form.getInputProps('copyright')} />
          <Checkbox
            label={t('studio.show.locked')}
            description={t('studio.show.lockedHint')}
            {...form.getInputProps('locked', { type: 'checkbox' })}
          />
          {save.error && (
            <ErrorNote
              error={save.error}
              onRetry={stale ? () => void queryClient.invalidateQueries({ queryKey: keys.show(show.id) }) : undefined}
            />
          )}
          <Group>
            <Button type="submit" loading={save.isPending}>
              {t('studio.save')}
            </Button>
          </Group>
        </Stack>
      </form>
      <ShowSoundPart show={show} />
      <ShowFeedPart show={show} />
      <ShowExportPart show={show} />
      <BinTheShow show={show} title={title} onProblem={(error) => tellProblem(toSentence(error, words))} />
    </Stack>
  );
}

interface BinProps {
  show: Show;
  title: string;
  onProblem(error: unknown): void;
}

function BinTheShow({ show, title, onProblem }: BinProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  if (show.role !== 'owner' && show.role !== null) return null;
  const bin = async () => {
    try {
      await binShow(show.id);
      void navigate('/shows');
      refreshCatalog();
      tell(t('studio.show.binned', { title }), {
        label: t('studio.undo'),
        run: () => void restoreShow(show.id).then(refreshCatalog, onProblem),
      });
    } catch (error) {
      onProblem(error);
    }
  };
  return (
    <>
      <Divider />
      <Stack align="flex-start" gap="xs">
        <Title order={2}>{t('studio.show.binTitle')}</Title>
        <Text className="soft">{t('studio.show.binText')}</Text>
        <Button variant="default" onClick={() => void bin()}>
          {t('studio.show.bin')}
        </Button>
      </Stack>
    </>
  );
}
