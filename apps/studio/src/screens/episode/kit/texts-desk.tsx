import { Badge, Button, Group, SegmentedControl, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { type KitText, useKitTexts, writeText } from '../../../api/kit.calls';
import { ErrorNote } from '../../../parts/error-note';
import { Loading } from '../../../parts/loading';
import { useWords } from '../../../words/words';
import { LangSwitch } from './files';
import { useKitDesk } from './kit-desk';

const tones = ['sober', 'direct', 'question'] as const;
const lengths = ['short', 'medium', 'long'] as const;

/** The wordings that a guest is offered; a producer's own stays for this guest, whatever changes around it. */
export function TextsDesk() {
  const { t } = useWords();
  const { at, kit, name } = useKitDesk();
  const [lang, setLang] = useState<string>(kit.locale.slice(0, 2));
  const [tone, setTone] = useState<(typeof tones)[number]>('sober');
  const [length, setLength] = useState<(typeof lengths)[number]>('medium');
  const code = lang === 'fr' ? 'fr' : 'en';
  const texts = useKitTexts(at, kit.linkId, code);
  const text = texts.data?.items.find((each) => each.tone === tone && each.length === length);
  return (
    <>
      <Text className="soft" size="sm" mb="sm">
        {t('kitdesk.textsHint', { name })}
      </Text>
      <Group gap="xs" mb="sm">
        <LangSwitch value={lang} onChange={setLang} />
        <SegmentedControl
          aria-label={t('kit.tone')}
          mb="md"
          value={tone}
          data={tones.map((value) => ({ value, label: t(`kit.tone.${value}`) }))}
          onChange={(value) => setTone(value as typeof tone)}
        />
        <SegmentedControl
          aria-label={t('kit.length')}
          mb="md"
          value={length}
          data={lengths.map((value) => ({ value, label: t(`kit.length.${value}`) }))}
          onChange={(value) => setLength(value as typeof length)}
        />
      </Group>
      {texts.isError && <ErrorNote error={texts.error} onRetry={() => void texts.refetch()} />}
      {texts.isPending && <Loading rows={1} height={160} />}
      {text && <OneText key={`${code}-${tone}-${length}-${text.text}`} text={text} lang={code} />}
    </>
  );
}

function OneText({ text, lang }: { text: KitText; lang: 'en' | 'fr' }) {
  const { t, number } = useWords();
  const { at, kit, name, act, isBusy, mayEdit } = useKitDesk();
  const [written, setWritten] = useState(text.text);
  const { tone, length } = text;
  const save = (value: string) =>
    act(() => writeText(at, kit.linkId, { lang, tone, length, text: value }), t('kitdesk.saved'));
  return (
    <>
      <Textarea
        aria-label={t('kitdesk.text', { name })}
        lang={lang}
        autosize
        minRows={6}
        maxRows={18}
        maxLength={6000}
        readOnly={!mayEdit}
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
      />
      <Group mt="xs" gap="sm">
        <Text size="sm" className="soft">
          {t('kit.share.countFree', { n: number(written.length) })}
        </Text>
        {text.isOwn && (
          <Badge variant="outline" color="after" tt="none">
            {t('kitdesk.ownText')}
          </Badge>
        )}
        {mayEdit && written !== text.text && (
          <Button size="sm" loading={isBusy} onClick={() => void save(written)}>
            {t('kitdesk.keepText')}
          </Button>
        )}
        {mayEdit && text.isOwn && (
          <Button size="sm" variant="default" loading={isBusy} onClick={() => void save('')}>
            {t('kitdesk.madeText')}
          </Button>
        )}
      </Group>
    </>
  );
}
