import { Button, Group, Modal, Select, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { changeQuote, type Quote } from '../../../api/clip.calls';
import { tell } from '../../../parts/toast';
import { useWords } from '../../../words/words';
import { langName } from './lang-name';
import { useBoard } from './board';
import { RangeFields, UseFields } from './fields';

/** The wording in each language, who says it, and what it is used for: saved together. */
export function QuoteEditor({ quote, onClose }: { quote: Quote; onClose: () => void }) {
  const { t, language } = useWords();
  const { at, all, act } = useBoard();
  const langs = [...new Set([quote.language.split('-')[0]!, 'en', 'fr'])];
  const [range, setRange] = useState({ startMs: quote.startMs, endMs: quote.endMs });
  const [texts, setTexts] = useState<Record<string, string>>(() =>
    Object.fromEntries(quote.texts.map(({ lang, text }) => [lang, text])),
  );
  const [personId, setPerson] = useState(quote.personId);
  const [uses, setUses] = useState(quote.uses);
  const save = async () => {
    const wordings = langs.flatMap((lang) => (texts[lang]?.trim() ? [{ lang, text: texts[lang] }] : []));
    const isMoved = range.startMs !== quote.startMs || range.endMs !== quote.endMs;
    const body = { version: quote.version, texts: wordings, personId, uses, ...(isMoved && range) };
    if (
      await act(
        () => changeQuote(at, quote.id, body),
        () => tell(t('clip.screen.saved')),
      )
    )
      onClose();
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={t('clip.screen.edit')}>
      <Text size="sm" className="soft" mb="md">
        {t('clip.screen.original')}:{' '}
        <span lang={quote.language}>{t('clip.screen.spoken', { text: quote.original })}</span>
      </Text>
      <RangeFields range={range} onChange={setRange} />
      {langs.map((lang, i) => (
        <Textarea
          key={lang}
          mt="md"
          autosize
          minRows={2}
          lang={lang}
          label={t('clip.screen.wordingIn', { language: langName(language, lang) })}
          description={i > 0 ? t('clip.screen.translation') : undefined}
          maxLength={400}
          value={texts[lang] ?? ''}
          onChange={(e) => setTexts({ ...texts, [lang]: e.currentTarget.value })}
        />
      ))}
      <Select
        mt="md"
        label={t('clip.screen.person')}
        allowDeselect={false}
        data={all.people.map((each) => ({ value: each.personId, label: each.name }))}
        value={personId}
        onChange={(value) => value && setPerson(value)}
      />
      <UseFields
        names={['page', 'image', 'text'] as const}
        uses={uses}
        word={(name) => t(`clip.screen.use.${name}`)}
        onChange={setUses}
      />
      <Group mt="lg" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('studio.cancel')}
        </Button>
        <Button onClick={() => void save()}>{t('clip.screen.save')}</Button>
      </Group>
    </Modal>
  );
}
