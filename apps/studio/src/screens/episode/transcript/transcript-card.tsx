import { Button, Group, Menu, Text, Title } from '@mantine/core';
import { IconDownload, IconTrash } from '@tabler/icons-react';
import { type At, type TimesOf, type Transcript, transcriptFile } from '../../../api/transcript.calls';
import type { Copy } from '../../../api/types';
import { useWords } from '../../../words/words';
import { formatTimeCode } from '../chapters/time-code';
import { PlatformBadges } from '../platforms/platform-badges';
import { FileDrop } from './file-drop';
import { Speakers } from './speakers';
import classes from './transcript.module.css';
import type { Source } from './use-transcript-act';

interface Props {
  at: At;
  item: Transcript;
  people: Copy['people'];
  /** What could not be read of what was just sent. */
  problems: readonly string[];
  isBusy: boolean;
  onSend(source: Source, timesOf: TimesOf): void;
  onSpeaker(speaker: string, personId: string | null): void;
  onRemove(): void;
}

/** One text: what it is, who takes it, who speaks in it, how it begins, its files. */
export function TranscriptCard({ at, item, people, problems, isBusy, onSend, onSpeaker, onRemove }: Props) {
  const { t, region } = useWords();
  const { lang, speakers, cutOut } = item;
  const name = capital(new Intl.DisplayNames([region], { type: 'language' }).of(lang) ?? lang);
  return (
    <FileDrop className={classes.card} onFile={(file) => onSend(file, 'sound')}>
      {(choose) => (
        <article aria-label={`${t('studio.transcript.title')}: ${name}`}>
          <div className={classes.cardHead}>
            <div>
              <Title order={3}>{name}</Title>
              <Text size="sm" className="soft">
                <Summary item={item} />
              </Text>
            </div>
            <Actions at={at} item={item} isBusy={isBusy} onChoose={choose} onRemove={onRemove} />
          </div>
          {cutOut > 0 && (
            <Text size="sm" className="soft">
              {t('studio.transcript.cutOut', { n: cutOut })}
            </Text>
          )}
          <PlatformBadges checks={item.checks} />
          {problems.length > 0 && <LeftOut problems={problems} />}
          {speakers.length > 0 && <Speakers speakers={speakers} people={people} isBusy={isBusy} onChoose={onSpeaker} />}
          <Opening item={item} />
        </article>
      )}
    </FileDrop>
  );
}

function Summary({ item: { segments, words, isTimed, endMs } }: { item: Transcript }) {
  const { t } = useWords();
  const until = isTimed
    ? t('studio.transcript.until', { at: formatTimeCode(Math.floor((endMs ?? 0) / 1000) * 1000) })
    : t('studio.transcript.untimed');
  return `${t('studio.transcript.summary', { passages: segments, words })} · ${until}`;
}

interface ActionsProps extends Pick<Props, 'at' | 'item' | 'isBusy' | 'onRemove'> {
  onChoose(): void;
}

function Actions({ at, item, isBusy, onChoose, onRemove }: ActionsProps) {
  const { t } = useWords();
  return (
    <Group gap="xs">
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" size="sm" leftSection={<IconDownload size={17} aria-hidden />}>
            {t('studio.transcript.download')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {item.files.map((format) => (
            <Menu.Item key={format} component="a" href={transcriptFile(at, item.lang, format)} download>
              {fileNames[format]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button variant="default" size="sm" loading={isBusy} onClick={onChoose}>
        {t('studio.transcript.replace')}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        size="sm"
        disabled={isBusy}
        leftSection={<IconTrash size={17} aria-hidden />}
        onClick={onRemove}
      >
        {t('studio.transcript.remove')}
      </Button>
    </Group>
  );
}

const fileNames = { vtt: 'WebVTT', srt: 'SRT', json: 'JSON', txt: 'TXT', html: 'HTML' } as const;

function LeftOut({ problems }: { problems: readonly string[] }) {
  const { t } = useWords();
  return (
    <div role="alert" className={classes.leftOut}>
      <Text size="sm" fw={600}>
        {t('studio.transcript.leftOut')}
      </Text>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  );
}

function Opening({ item: { opening, lang } }: { item: Transcript }) {
  const { t } = useWords();
  return (
    <div className={classes.opening} lang={lang}>
      <Text size="sm" className="soft" lang={undefined}>
        {t('studio.transcript.begin')}
      </Text>
      {opening.map(({ startMs, name, text }, i) => (
        <p key={i}>
          {startMs !== null && <span className={classes.at}>{formatTimeCode(Math.floor(startMs / 1000) * 1000)}</span>}
          {name && name !== opening[i - 1]?.name && <strong>{name} </strong>}
          {text}
        </p>
      ))}
    </div>
  );
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
