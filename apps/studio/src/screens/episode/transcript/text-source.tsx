import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { useSound } from '../../../api/queries';
import type { TimesOf } from '../../../api/transcript.calls';
import type { Episode } from '../../../api/types';
import { LanguageSelect } from '../../../parts/language-select';
import { useWords } from '../../../words/words';
import { FileDrop } from './file-drop';
import classes from './transcript.module.css';
import type { Source } from './use-transcript-act';

interface Props {
  episode: Episode;
  /** Languages that there are texts in. */
  taken: readonly string[];
  isBusy: boolean;
  onSend(lang: string, source: Source, timesOf: TimesOf): void;
}

/** A new text: its language, and a file that is dropped or chosen, or a text that is pasted. */
export function TextSource({ episode, taken, isBusy, onSend }: Props) {
  const { t } = useWords();
  const { language } = episode.working;
  const [lang, setLang] = useState(taken.includes(language) ? otherOf(language) : language);
  const [timesOf, setTimesOf] = useState<TimesOf>('sound');
  const [text, setText] = useState('');
  const [isPasting, paste] = useDisclosure(false);
  const isEdited = useEdited(episode);
  return (
    <FileDrop className={classes.source} onFile={(file) => onSend(lang, file, timesOf)}>
      {(choose) => (
        <Stack gap="sm" align="flex-start" w="100%">
          {taken.length === 0 && <Text>{t('studio.transcript.none')}</Text>}
          <div className={classes.fields}>
            <LanguageSelect
              label={t('studio.transcript.language')}
              value={lang}
              onChange={(value) => value && setLang(value)}
            />
            {isEdited && (
              <Select
                label={t('studio.transcript.timesOf')}
                allowDeselect={false}
                value={timesOf}
                onChange={(value) => setTimesOf(value as TimesOf)}
                data={[
                  { value: 'sound', label: t('studio.transcript.timesOfSound') },
                  { value: 'recording', label: t('studio.transcript.timesOfRecording') },
                ]}
              />
            )}
          </div>
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<IconFileText size={17} aria-hidden />}
              loading={isBusy}
              onClick={choose}
            >
              {t('studio.transcript.choose')}
            </Button>
            <Button variant="default" aria-expanded={isPasting} onClick={paste.toggle}>
              {t('studio.transcript.paste')}
            </Button>
          </Group>
          <Text size="sm" className="soft">
            {t('studio.transcript.formats')}
          </Text>
          {isPasting && (
            <>
              <Textarea
                w="100%"
                label={t('studio.transcript.pasteLabel')}
                description={t('studio.transcript.pasteHint')}
                placeholder={t('studio.transcript.pastePlaceholder')}
                autosize
                minRows={6}
                maxRows={16}
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
              />
              <Button loading={isBusy} disabled={text.trim() === ''} onClick={() => onSend(lang, text, timesOf)}>
                {t('studio.transcript.use')}
              </Button>
            </>
          )}
        </Stack>
      )}
    </FileDrop>
  );
}

/** Whether times of the recording and of the finished sound can differ at all. */
function useEdited({ showId, id }: Episode): boolean {
  const { data } = useSound(showId, id);
  return Boolean(data && (data.cuts.length > 0 || data.only || data.effective.introId));
}

const otherOf = (language: string) => (language.startsWith('fr') ? 'en-CA' : 'fr-CA');
