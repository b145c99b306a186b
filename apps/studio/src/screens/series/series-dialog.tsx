import { Button, Group, Modal, NumberInput, Stack, Tabs, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { createSeries, saveSeries, type Series } from '../../api/kinds.calls';
import { toFieldErrors } from '../../api/problem';
import type { Lang } from '../../api/types';
import { ErrorNote } from '../../parts/error-note';
import { useWords } from '../../words/words';

interface Props {
  showId: string;
  /** Undefined: a new one. */
  series?: Series;
  onClose(): void;
  onSaved(series: Series): void;
}

const langs: Lang[] = ['fr', 'en'];

interface Values {
  fr: { name: string; description: string };
  en: { name: string; description: string };
  parts: number | '';
}

/** Names a mini-series in each language, and says how many parts it is to have. */
export function SeriesDialog({ showId, series, onClose, onSaved }: Props) {
  const { t, language } = useWords();
  const form = useForm<Values>({ initialValues: toValues(series) });
  const save = useMutation({
    mutationFn: (values: Values) => send(showId, series, values, language),
    onSuccess: onSaved,
    onError: (error) => form.setErrors(toFieldErrors(error)),
  });
  const named = langs.some((lang) => form.values[lang].name.trim() !== '');
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={series ? t('kinds.series.edit') : t('kinds.series.new')}
      closeButtonProps={{ 'aria-label': t('studio.close') }}
    >
      <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack>
          <Tabs defaultValue={firstTab(series, language)} keepMounted={false}>
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
                  <TextInput label={t('kinds.series.name')} data-autofocus {...form.getInputProps(`${lang}.name`)} />
                  <Textarea
                    label={t('kinds.series.description')}
                    autosize
                    minRows={3}
                    {...form.getInputProps(`${lang}.description`)}
                  />
                </Stack>
              </Tabs.Panel>
            ))}
          </Tabs>
          <NumberInput
            label={t('kinds.series.parts')}
            description={t('kinds.series.partsHint')}
            min={1}
            max={999}
            allowDecimal={false}
            maw={220}
            {...form.getInputProps('parts')}
          />
          {save.error && <ErrorNote error={save.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('studio.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={!named}>
              {series ? t('studio.save') : t('kinds.series.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function toValues(series: Series | undefined): Values {
  const of = (lang: Lang) => {
    const text = series?.texts.find((each) => each.lang === lang);
    return { name: text?.name ?? '', description: text?.description ?? '' };
  };
  return { fr: of('fr'), en: of('en'), parts: series?.parts ?? '' };
}

function firstTab(series: Series | undefined, language: Lang): Lang {
  if (!series || series.texts.some(({ lang }) => lang === language)) return language;
  return (series.texts[0]?.lang as Lang | undefined) ?? language;
}

/** A new one is made in one language and, where there is another, told that too. */
async function send(showId: string, series: Series | undefined, values: Values, language: Lang): Promise<Series> {
  const texts = langs.map((lang) => ({ lang, ...values[lang] })).filter(({ name }) => name.trim() !== '');
  const parts = values.parts === '' ? null : values.parts;
  if (series) return saveSeries(showId, series, { texts, parts });
  const first = texts.find(({ lang }) => lang === language) ?? texts[0]!;
  const made = await createSeries(showId, { ...first, parts });
  return texts.length > 1 ? saveSeries(showId, made, { texts }) : made;
}
