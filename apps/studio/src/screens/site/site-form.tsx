import { Button, Checkbox, Group, Radio, Select, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Problem, toFieldErrors } from '../../api/problem';
import { keepSite, reloadSite, saveSite, type Site, type SiteSettings } from '../../api/site.calls';
import type { Lang } from '../../api/types';
import { ErrorNote } from '../../parts/error-note';
import { tell } from '../../parts/toast';
import { useWords } from '../../words/words';
import { SiteTextFields } from './site-text-fields';

const langs: Lang[] = ['fr', 'en'];

/** The settings as the form has them: a row of texts for each language. */
export interface SiteValues extends Omit<SiteSettings, 'texts'> {
  fr: SiteSettings['texts'][number];
  en: SiteSettings['texts'][number];
}

export function SiteForm({ site }: { site: Site }) {
  const { t } = useWords();
  const form = useForm<SiteValues>({ initialValues: toValues(site.settings) });
  const save = useMutation({
    mutationFn: ({ fr, en, ...facts }: SiteValues) => saveSite(site.version, { ...facts, texts: [fr, en] }),
    onSuccess: (saved) => {
      keepSite(saved);
      tell(t('site.studio.saved'));
    },
    onError: (error) => form.setErrors(toFieldErrors(error)),
  });
  const isStale = save.error instanceof Problem && save.error.code === 'STALE_VERSION';
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="lg">
        <TextInput
          label={t('site.studio.name')}
          description={t('site.studio.nameHint')}
          {...form.getInputProps('name')}
        />
        <Checkbox
          label={t('site.studio.hides')}
          description={t('site.studio.hidesHint')}
          {...form.getInputProps('hidesProduct', { type: 'checkbox' })}
        />
        <LanguageFields form={form} />
        <SiteTextFields form={form} />
        <TextInput
          label={t('site.studio.mail')}
          description={t('site.studio.mailHint')}
          type="email"
          {...form.getInputProps('mail')}
        />
        <TextInput
          label={t('site.studio.fediverse')}
          description={t('site.studio.fediverseHint')}
          {...form.getInputProps('fediverse')}
        />
        <Radio.Group
          label={t('site.studio.robots')}
          description={t('site.studio.robotsHint')}
          {...form.getInputProps('aiCrawlers')}
        >
          <Stack gap="xs" mt={6}>
            <Radio value="allow" label={t('site.studio.robotsAllow')} />
            <Radio value="deny" label={t('site.studio.robotsDeny')} />
          </Stack>
        </Radio.Group>
        {save.error && <ErrorNote error={save.error} onRetry={isStale ? () => void reloadSite() : undefined} />}
        <Group>
          <Button type="submit" loading={save.isPending}>
            {t('studio.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type Form = ReturnType<typeof useForm<SiteValues>>;

function LanguageFields({ form }: { form: Form }) {
  const { t } = useWords();
  const region = (value: string) => ({
    value,
    label: t('site.studio.region', { region: value.toLowerCase().replace('-', '') }),
  });
  return (
    <Stack gap="sm">
      <Title order={2} mt="lg">
        {t('site.studio.languages')}
      </Title>
      <Select
        label={t('site.studio.first')}
        description={t('site.studio.firstHint')}
        allowDeselect={false}
        data={langs.map((lang) => ({ value: lang, label: lang === 'fr' ? 'Français' : 'English' }))}
        {...form.getInputProps('firstLanguage')}
      />
      <Group grow align="flex-start">
        <Select
          label={t('site.studio.regionFr')}
          allowDeselect={false}
          data={['fr-CA', 'fr-FR'].map(region)}
          {...form.getInputProps('regions.fr')}
        />
        <Select
          label={t('site.studio.regionEn')}
          allowDeselect={false}
          data={['en-CA', 'en-US'].map(region)}
          {...form.getInputProps('regions.en')}
        />
      </Group>
      <p className="soft" style={{ margin: 0, fontSize: 14 }}>
        {t('site.studio.regionHint')}
      </p>
    </Stack>
  );
}

function toValues({ texts, ...facts }: SiteSettings): SiteValues {
  const row = (lang: Lang) => texts.find((each) => each.lang === lang) ?? { lang, legal: '', privacy: '', contact: '' };
  return { ...facts, fr: row('fr'), en: row('en') };
}
