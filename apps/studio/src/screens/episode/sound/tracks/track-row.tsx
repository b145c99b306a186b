import { ActionIcon, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { delayTrack, dropTrack } from '../../../../api/sound.calls';
import type { Track } from '../../../../api/sound.types';
import type { Episode } from '../../../../api/types';
import { useWords } from '../../../../words/words';
import { formatTimeCode } from '../../chapters/time-code';
import type { useSoundAct } from '../make/use-sound-act';
import { DelayInput } from './delay-input';
import classes from './tracks.module.css';

interface Props {
  episode: Episode;
  track: Track;
  act: ReturnType<typeof useSoundAct>;
  mayEdit: boolean;
}

/** One file that sounds with the recording: its length and gain, when it begins, and the way out of the mix. */
export function TrackRow({ episode: { id, showId }, track, act, mayEdit }: Props) {
  const { t, number } = useWords();
  const { key, name, durationMs, delayMs, gainDb } = track;
  const gain = gainDb === null ? null : `${gainDb > 0 ? '+' : ''}${number(gainDb, 1)}`;
  return (
    <li className={classes.track}>
      <div className={classes.name}>
        <Text>{name}</Text>
        <Text size="sm" className="soft">
          {durationMs !== null && `${formatTimeCode(Math.round(durationMs / 1000) * 1000)} · `}
          {gain === null ? t('studio.sound.trackToMeasure') : t('studio.sound.trackGain', { db: gain })}
        </Text>
      </div>
      <div className={classes.delay}>
        <Text size="sm" className="soft" aria-hidden>
          {t('studio.sound.trackDelay')}
        </Text>
        <DelayInput
          label={t('studio.sound.trackDelayOf', { name })}
          ms={delayMs}
          isOff={!mayEdit || act.isPending}
          onChange={(ms) =>
            act.mutate({ run: () => delayTrack(showId, id, key, ms), done: t('studio.sound.trackMoved', { name }) })
          }
        />
      </div>
      {mayEdit && (
        <ActionIcon
          size={38}
          variant="subtle"
          color="gray"
          disabled={act.isPending}
          aria-label={t('studio.sound.trackRemove', { name })}
          onClick={() =>
            act.mutate({ run: () => dropTrack(showId, id, key), done: t('studio.sound.trackRemoved', { name }) })
          }
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}
