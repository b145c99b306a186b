import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconStar } from '@tabler/icons-react';
import { useRef } from 'react';
import type { Episode } from '../../../api/types';
import { useWords } from '../../../words/words';
import classes from '../episode.module.css';
import { PositionPlayer, positionOf, useFinishedSound } from './position-player';

interface Props {
  episode: Episode;
  /** As typed; empty: nowhere in particular. */
  time: string;
  error: string | undefined;
  onChange(time: string): void;
}

/** Where it gets good: typed, or the player's position (`ux:L-04`). */
export function StartHere({ episode, time, error, onChange }: Props) {
  const { t } = useWords();
  const url = useFinishedSound(episode);
  const player = useRef<HTMLAudioElement>(null);
  return (
    <fieldset className={classes.takeaways}>
      <legend>{t('studio.startHere.label')}</legend>
      <Text size="sm" className="soft">
        {t('studio.startHere.hint')}
      </Text>
      <PositionPlayer player={player} url={url} label={t('studio.startHere.listen')} />
      <Group gap="xs" align="flex-start">
        <TextInput
          id="field-startHereMs"
          aria-label={t('studio.startHere.label')}
          placeholder="10:00"
          inputMode="decimal"
          w={110}
          value={time}
          onChange={(e) => onChange(e.currentTarget.value)}
          error={error}
        />
        {url && (
          <Button
            variant="default"
            leftSection={<IconStar size={16} aria-hidden color="var(--accent)" />}
            onClick={() => onChange(positionOf(player))}
          >
            {t('studio.startHere.take')}
          </Button>
        )}
        {time !== '' && (
          <Button variant="subtle" color="gray" onClick={() => onChange('')}>
            {t('studio.startHere.clear')}
          </Button>
        )}
      </Group>
    </fieldset>
  );
}
