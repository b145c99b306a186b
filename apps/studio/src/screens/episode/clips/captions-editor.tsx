import { Button, Group, SegmentedControl, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Clip } from '../../../api/clip.calls';
import { useWords } from '../../../words/words';
import { langName } from './lang-name';
import type { OwnCaptions } from './clip-editor';
import classes from './clips.module.css';
import { toClock } from './fields';

const langs = ['en', 'fr'] as const;

interface Props {
  clip: Clip;
  own: OwnCaptions;
  onChange: (own: OwnCaptions) => void;
}

/** The words over the film, caption by caption, in each language that has some. */
export function CaptionsEditor({ clip, own, onChange }: Props) {
  const { t, language } = useWords();
  const spoken = clip.language.startsWith('fr') ? 'fr' : 'en';
  const [lang, setLang] = useState<(typeof langs)[number]>(spoken);
  const mine = own[lang];
  const cues = mine ?? (clip.own.includes(lang) ? [] : clip.captions[lang]) ?? [];
  const other = lang === 'en' ? 'fr' : 'en';
  const others = own[other] ?? clip.captions[other] ?? [];
  const write = (at: number, text: string) =>
    onChange({ ...own, [lang]: cues.map((cue, i) => (i === at ? { ...cue, text } : cue)) });
  return (
    <section aria-label={t('clip.screen.captions')} style={{ marginTop: '1rem' }}>
      <Group justify="space-between" mb="xs">
        <Text fw={600}>{t('clip.screen.captions')}</Text>
        <SegmentedControl
          size="xs"
          value={lang}
          onChange={(value) => setLang(value as (typeof langs)[number])}
          data={langs.map((each) => ({ value: each, label: langName(language, each) }))}
        />
      </Group>
      <Text size="sm" className="soft">
        {cues.length === 0
          ? t('clip.screen.captionsNone')
          : t(mine ? 'clip.screen.captionsOwn' : 'clip.screen.captionsFrom')}
      </Text>
      {cues.length === 0 && others.length > 0 && (
        <Button size="xs" variant="default" mt="xs" onClick={() => onChange({ ...own, [lang]: others })}>
          {t('clip.screen.captionsOver', { language: langName(language, other) })}
        </Button>
      )}
      {cues.map((cue, i) => (
        <div key={cue.startMs} className={classes.cue}>
          <span className={classes.times}>{toClock(cue.startMs)}</span>
          <Textarea
            autosize
            minRows={1}
            maxRows={2}
            lang={lang}
            aria-label={`${t('clip.screen.captions')} ${i + 1}`}
            value={cue.text}
            onChange={(e) => write(i, e.currentTarget.value)}
          />
        </div>
      ))}
      {mine && (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => {
            const { [lang]: _mine, ...rest } = own;
            onChange(rest);
          }}
        >
          {t('clip.screen.captionsBack')}
        </Button>
      )}
    </section>
  );
}
