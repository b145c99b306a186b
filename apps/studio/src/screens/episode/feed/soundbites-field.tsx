import { Button, Group, TextInput } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useRef } from 'react';
import type { Errors } from '../../../feed-fields/feed.types';
import classes from '../../../feed-fields/fields.module.css';
import { Rows } from '../../../feed-fields/rows';
import { useWords } from '../../../words/words';
import { formatTimeCode, parseTimeCode } from '../chapters/time-code';

/** A soundbite as it is being typed. */
export interface BiteRow {
  from: string;
  to: string;
  title: string;
}

interface Props {
  bites: BiteRow[];
  /** The finished sound; null: there is none yet. */
  url: string | null;
  errors: Errors;
  onChange(bites: BiteRow[]): void;
}

/** Moments that apps may play to make people curious: typed, or taken from the sound while it plays. */
export function SoundbitesField({ bites, url, errors, onChange }: Props) {
  const { t } = useWords();
  const player = useRef<HTMLAudioElement>(null);
  const now = () => formatTimeCode(Math.round((player.current?.currentTime ?? 0) * 10) * 100);
  const play = ({ from }: BiteRow) => {
    const audio = player.current;
    if (!audio) return;
    audio.currentTime = (parseTimeCode(from) ?? 0) / 1000;
    void audio.play();
  };
  return (
    <>
      {url && (
        <audio
          ref={player}
          className={classes.player}
          controls
          preload="metadata"
          src={url}
          aria-label={t('studio.feedFields.biteListen')}
        />
      )}
      <Rows
        rows={bites}
        blank={{ from: '', to: '', title: '' }}
        add={t('studio.feedFields.biteAdd')}
        onChange={onChange}
        render={(row, change, i) => (
          <>
            <TextInput
              label={t('studio.feedFields.biteFrom')}
              placeholder="12:30"
              inputMode="decimal"
              value={row.from}
              onChange={(e) => change({ from: e.currentTarget.value })}
              error={errors[`soundbites.${i}.startMs`]}
            />
            <TextInput
              label={t('studio.feedFields.biteTo')}
              placeholder="13:15"
              inputMode="decimal"
              value={row.to}
              onChange={(e) => change({ to: e.currentTarget.value })}
              error={errors[`soundbites.${i}.durationMs`]}
            />
            <TextInput
              label={t('studio.feedFields.biteTitle')}
              maxLength={128}
              value={row.title}
              onChange={(e) => change({ title: e.currentTarget.value })}
              error={errors[`soundbites.${i}.title`]}
            />
            {url && (
              <Group gap="xs" style={{ gridColumn: '1 / -1' }}>
                <Button size="xs" variant="default" onClick={() => change({ from: now() })}>
                  {t('studio.feedFields.biteFromHere')}
                </Button>
                <Button size="xs" variant="default" onClick={() => change({ to: now() })}>
                  {t('studio.feedFields.biteToHere')}
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconPlayerPlay size={14} aria-hidden />}
                  disabled={parseTimeCode(row.from) === undefined}
                  onClick={() => play(row)}
                >
                  {t('studio.feedFields.bitePlay')}
                </Button>
              </Group>
            )}
          </>
        )}
      />
    </>
  );
}
