import { Button, Group, Modal, MultiSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { changeClip, type Clip, type Cue } from '../../../api/clip.calls';
import { tell } from '../../../parts/toast';
import { useWords } from '../../../words/words';
import { langName } from './lang-name';
import { useBoard } from './board';
import { CaptionsEditor } from './captions-editor';
import { RangeFields, UseFields } from './fields';

const langs = ['en', 'fr'] as const;
const advisedMs = 90_000;

/** Begin and end, titles, people, uses, captions: saved together. */
export function ClipEditor({ clip, onClose }: { clip: Clip; onClose: () => void }) {
  const { t, language } = useWords();
  const { at, all, act } = useBoard();
  const [range, setRange] = useState({ startMs: clip.startMs, endMs: clip.endMs });
  const [titles, setTitles] = useState(() => titlesOf(clip));
  const [personIds, setPeople] = useState(clip.personIds);
  const [uses, setUses] = useState(clip.uses);
  const [captions, setCaptions] = useState(() => ownOf(clip));
  const save = async () => {
    const texts = langs.flatMap((lang) => (titles[lang] ? [{ lang, title: titles[lang] }] : []));
    const isMoved = range.startMs !== clip.startMs || range.endMs !== clip.endMs;
    const people = [...personIds].sort().join() === [...clip.personIds].sort().join() ? {} : { personIds };
    const body = { version: clip.version, texts, uses, captions, ...people, ...(isMoved && range) };
    if (
      await act(
        () => changeClip(at, clip.id, body),
        () => tell(t('clip.screen.saved')),
      )
    )
      onClose();
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={clip.texts[0]?.title ?? t('clip.screen.edit')}>
      <RangeFields range={range} onChange={setRange} />
      {range.endMs - range.startMs > advisedMs && (
        <Text size="sm" className="soft" mt={4}>
          {t('clip.screen.long')}
        </Text>
      )}
      {langs.map((lang) => (
        <TextInput
          key={lang}
          mt="md"
          lang={lang}
          label={t('clip.screen.titleIn', { language: langName(language, lang) })}
          value={titles[lang]}
          maxLength={140}
          onChange={(e) => setTitles({ ...titles, [lang]: e.currentTarget.value })}
        />
      ))}
      <MultiSelect
        mt="md"
        label={t('clip.screen.people')}
        data={all.people.map(({ personId, name }) => ({ value: personId, label: name }))}
        value={personIds}
        onChange={setPeople}
      />
      <UseFields
        names={['page', 'kit', 'feed'] as const}
        uses={uses}
        word={(name) => t(`clip.screen.use.${name}`)}
        onChange={setUses}
      />
      <CaptionsEditor clip={clip} own={captions} onChange={setCaptions} />
      <Group mt="lg" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('studio.cancel')}
        </Button>
        <Button onClick={() => void save()}>{t('clip.screen.save')}</Button>
      </Group>
    </Modal>
  );
}

export type OwnCaptions = Partial<Record<(typeof langs)[number], Cue[]>>;

function titlesOf(clip: Clip): Record<(typeof langs)[number], string> {
  const of = (lang: string) => clip.texts.find((text) => text.lang === lang)?.title ?? '';
  return { en: of('en'), fr: of('fr') };
}

function ownOf(clip: Clip): OwnCaptions {
  const own = langs.filter((lang) => clip.own.includes(lang));
  return Object.fromEntries(own.map((lang) => [lang, clip.captions[lang] ?? []]));
}
