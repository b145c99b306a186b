import { Button, Group, Stack, Tabs, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Problem, toFieldErrors } from '../../../api/problem';
import { keepShowPage, reloadShowPage, saveShowPage, type ShowPageSettings } from '../../../api/site.calls';
import type { Lang, Show } from '../../../api/types';
import { ErrorNote } from '../../../parts/error-note';
import { tell } from '../../../parts/toast';
import { useWords } from '../../../words/words';
import classes from '../show.module.css';
import { StartField } from './start-field';

const langs: Lang[] = ['fr', 'en'];

interface Values {
  promise: Record<Lang, string>;
  rhythm: Record<Lang, string>;
  startWith: string[];
  contact: string;
  /** By app. */
  links: Record<string, string>;
}

export function PageForm({ show, settings }: { show: Show; settings: ShowPageSettings }) {
  const { t } = useWords();
  const form = useForm<Values>({ initialValues: toValues(settings) });
  const save = useMutation({
    mutationFn: (values: Values) => saveShowPage(show.id, settings.version, toChange(values)),
    onSuccess: (saved) => {
      keepShowPage(show.id, saved);
      tell(t('site.studio.saved'));
    },
    onError: (error) => form.setErrors(toErrors(error, form.getValues())),
  });
  const isStale = save.error instanceof Problem && save.error.code === 'STALE_VERSION';
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="lg">
        <LanguageFields form={form} />
        <StartField
          show={show}
          ids={form.values.startWith}
          error={form.errors['startWith']}
          onChange={(ids) => form.setFieldValue('startWith', ids)}
        />
        <Textarea
          label={t('site.page.contact')}
          description={t('site.page.contactHint')}
          autosize
          minRows={1}
          {...form.getInputProps('contact')}
        />
        <AppFields form={form} apps={settings.apps} />
        {save.error && (
          <ErrorNote error={save.error} onRetry={isStale ? () => void reloadShowPage(show.id) : undefined} />
        )}
        <Group>
          <Button type="submit" loading={save.isPending}>
            {t('studio.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type Form = ReturnType<typeof useForm<Values>>;

function LanguageFields({ form }: { form: Form }) {
  const { t, language } = useWords();
  return (
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
            <Textarea
              label={t('site.page.promise')}
              description={t('site.page.promiseHint')}
              autosize
              minRows={2}
              lang={lang}
              {...form.getInputProps(`promise.${lang}`)}
            />
            <TextInput
              label={t('site.page.rhythm')}
              description={t('site.page.rhythmHint')}
              lang={lang}
              {...form.getInputProps(`rhythm.${lang}`)}
            />
          </Stack>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

function AppFields({ form, apps }: { form: Form; apps: ShowPageSettings['apps'] }) {
  const { t } = useWords();
  return (
    <Stack gap="sm">
      <div>
        <Title order={2} mt="lg">
          {t('site.page.apps')}
        </Title>
        <Text className="soft" size="sm">
          {t('site.page.appsHint')}
        </Text>
      </div>
      <div className={classes.pairs}>
        {apps.map(({ app, name, hosts }) => (
          <TextInput
            key={app}
            label={name}
            type="url"
            placeholder={`https://${hosts[0]}/…`}
            {...form.getInputProps(`links.${app}`)}
          />
        ))}
      </div>
    </Stack>
  );
}

function toValues({ page, apps }: ShowPageSettings): Values {
  const inBoth = (lines: { lang: string; text: string }[]) => {
    const text = (lang: Lang) => lines.find((line) => line.lang === lang)?.text ?? '';
    return { fr: text('fr'), en: text('en') };
  };
  return {
    promise: inBoth(page.promises),
    rhythm: inBoth(page.rhythms),
    startWith: page.startWith,
    contact: page.contact,
    links: Object.fromEntries(apps.map(({ app }) => [app, page.apps.find((link) => link.app === app)?.url ?? ''])),
  };
}

function toChange({ promise, rhythm, links, startWith, contact }: Values) {
  const lines = (texts: Record<Lang, string>) => langs.map((lang) => ({ lang, text: texts[lang] }));
  return { promises: lines(promise), rhythms: lines(rhythm), apps: linksOf(links), startWith, contact };
}

function linksOf(links: Record<string, string>): { app: string; url: string }[] {
  return Object.entries(links)
    .filter(([, url]) => url.trim() !== '')
    .map(([app, url]) => ({ app, url }));
}

/** The server counts what was sent; the form knows languages and apps. */
function toErrors(error: unknown, { promise, rhythm, links }: Values): Record<string, string> {
  const sent = linksOf(links);
  const filled = (texts: Record<Lang, string>) => langs.filter((lang) => texts[lang].trim() !== '');
  return Object.fromEntries(
    Object.entries(toFieldErrors(error)).map(([path, message]) => {
      const [field, index] = path.split('.');
      if (field === 'apps') return [`links.${sent[Number(index)]?.app}`, message];
      if (field === 'promises') return [`promise.${filled(promise)[Number(index)]}`, message];
      if (field === 'rhythms') return [`rhythm.${filled(rhythm)[Number(index)]}`, message];
      return [path, message];
    }),
  );
}
