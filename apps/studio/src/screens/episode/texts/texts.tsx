import { Stack, Tabs, Textarea, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { saveTexts } from '../../../api/episode.calls';
import type { Episode, EpisodeText, Lang } from '../../../api/types';
import { useWords } from '../../../words/words';
import { ClashDialog } from '../autosave/clash-dialog';
import { useGroup } from '../autosave/use-group';
import { Proposal } from '../proposal';
import { Section } from '../section';
import { TakeawaysField } from '../takeaways/takeaways-field';
import { findBadTimes, packTakeaways, showTakeaways, toTakeaways } from '../takeaways/takeaway-rows';
import { langNames } from './lang-names';
import { Notes } from './notes';

type Field = 'title' | 'summary' | 'notes';
export type TextsValue = Record<string, string>;

const fields: Field[] = ['title', 'summary', 'notes'];
const labels = { title: 'studio.texts.title', summary: 'studio.texts.summary', notes: 'studio.texts.notes' } as const;
const langs: Lang[] = ['fr', 'en'];

interface Props {
  episode: Episode;
  /** The show's own language: its tab comes first. */
  home: Lang;
  tab: Lang;
  onTab(lang: Lang): void;
}

/** Title, summary and show notes, a tab for each language of the pages. */
export function Texts({ episode, home, tab, onTab }: Props) {
  const { t } = useWords();
  const group = useGroup<TextsValue>({
    group: 'texts',
    episode,
    read: (copy) => toFields(copy.texts),
    save: (version, value, changed) =>
      saveTexts(episode.showId, episode.id, version, {
        texts: toTexts(value),
        keep: fields.filter((f) => episode.working.proposals[f] && !changed.some((key) => key.endsWith(`.${f}`))),
      }),
    check: (value) =>
      Object.fromEntries(
        langs.flatMap((lang) =>
          findBadTimes(value[`${lang}.takeaways`]).map((i) => [
            `${lang}.takeaways.${i}.atMs`,
            t('studio.chapters.badTime'),
          ]),
        ),
      ),
  });
  const { value, set, errors } = group;
  const takeawayError = (lang: Lang) => (i: number, field: 'text' | 'atMs') => {
    const at = toTexts(value).findIndex((text) => text.lang === lang);
    return errors[`${lang}.takeaways.${i}.${field}`] ?? errors[`texts.${at}.takeaways.${i}.${field}`];
  };
  const proposals = episode.working.proposals;
  const ordered = home === 'fr' ? langs : [...langs].reverse();
  const source = (lang: Lang, field: Field) => (lang === home ? proposals[field] : undefined);
  const proposed = (lang: Lang, field: Field) => ({
    source: source(lang, field),
    what: t(labels[field]),
    onAccept: () => group.accept([`${lang}.${field}`]),
    onDismiss: () => set({ [`${lang}.${field}`]: '' }),
  });
  const error = (lang: Lang, field: Field) => errors[`texts.${lang}.${field}`] ?? errors[`${lang}.${field}`];
  return (
    <Section id="texts" title={t('studio.texts.section')} hint={t('studio.texts.hint')}>
      <Tabs value={tab} onChange={(lang) => onTab(lang as Lang)} keepMounted={false}>
        <Tabs.List aria-label={t('studio.texts.languages')}>
          {ordered.map((lang) => (
            <Tabs.Tab
              key={lang}
              value={lang}
              lang={lang}
              rightSection={value[`${lang}.title`] ? <IconCheck size={15} aria-hidden color="var(--good)" /> : null}
            >
              {langNames[lang]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {ordered.map((lang) => (
          <Tabs.Panel key={lang} value={lang} pt="lg">
            <Stack gap="lg">
              <Proposal {...proposed(lang, 'title')}>
                <TextInput
                  id={`field-texts.${lang}.title`}
                  label={t(labels.title)}
                  lang={lang}
                  maxLength={255}
                  value={value[`${lang}.title`] ?? ''}
                  onChange={(e) => set({ [`${lang}.title`]: e.currentTarget.value })}
                  error={error(lang, 'title')}
                  description={
                    (value[`${lang}.title`] ?? '').length > 80
                      ? t('studio.texts.titleLong', { n: (value[`${lang}.title`] ?? '').length })
                      : undefined
                  }
                />
              </Proposal>
              <Proposal {...proposed(lang, 'summary')}>
                <Textarea
                  id={`field-texts.${lang}.summary`}
                  label={t(labels.summary)}
                  description={t('studio.texts.summaryHint')}
                  lang={lang}
                  autosize
                  minRows={2}
                  maxRows={8}
                  value={value[`${lang}.summary`] ?? ''}
                  onChange={(e) => set({ [`${lang}.summary`]: e.currentTarget.value })}
                  error={error(lang, 'summary')}
                />
              </Proposal>
              <TakeawaysField
                episode={episode}
                lang={lang}
                packed={value[`${lang}.takeaways`] ?? ''}
                errorOf={takeawayError(lang)}
                onChange={(packed) => set({ [`${lang}.takeaways`]: packed })}
              />
              <Notes
                lang={lang}
                value={value[`${lang}.notes`] ?? ''}
                onChange={(notes) => set({ [`${lang}.notes`]: notes })}
                error={error(lang, 'notes')}
              />
            </Stack>
          </Tabs.Panel>
        ))}
      </Tabs>
      <ClashDialog
        clash={group.clash}
        label={(key) => {
          const [lang, field] = key.split('.') as [Lang, Field | 'takeaways'];
          const label = field === 'takeaways' ? t('studio.takeaways.title') : t(labels[field]);
          return `${label} (${langNames[lang]})`;
        }}
        show={(key, v) => (key.endsWith('.takeaways') ? showTakeaways(v[key]) : (v[key] ?? ''))}
      />
    </Section>
  );
}

function toFields(texts: EpisodeText[]): TextsValue {
  return Object.fromEntries(
    texts.flatMap((text) => [
      ...fields.filter((f) => text[f]).map((f) => [`${text.lang}.${f}`, text[f]]),
      ...(text.takeaways.length ? [[`${text.lang}.takeaways`, packTakeaways(text.takeaways)]] : []),
    ]),
  );
}

function toTexts(value: TextsValue) {
  return langs
    .map((lang) => ({
      lang,
      title: value[`${lang}.title`] ?? '',
      summary: value[`${lang}.summary`] ?? '',
      notes: value[`${lang}.notes`] ?? '',
      takeaways: toTakeaways(value[`${lang}.takeaways`]),
    }))
    .filter((text) => text.title || text.summary || text.notes || text.takeaways.length);
}
