import { SegmentedControl, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { audioUrl } from '../../../api/media.calls';
import type { Episode, Revision } from '../../../api/types';
import { useWords } from '../../../words/words';
import classes from '../episode.module.css';

interface Props {
  episode: Episode;
  revision: Revision;
  onPosition(share: number): void;
}

/** One player for both versions: switching keeps the place, so that they can be compared by ear. */
export function Players({ episode, revision, onPosition }: Props) {
  const { t } = useWords();
  const hasAfter = revision.mp3 !== null;
  const [which, setWhich] = useState<'before' | 'after'>(hasAfter ? 'after' : 'before');
  const [isBroken, setBroken] = useState(false);
  const audio = useRef<HTMLAudioElement>(null);
  const turn = (next: string) => {
    const [at, wasPlaying] = [audio.current?.currentTime ?? 0, !audio.current?.paused];
    setWhich(next as typeof which);
    setBroken(false);
    const element = audio.current;
    element?.addEventListener(
      'loadedmetadata',
      () => {
        element.currentTime = at;
        if (wasPlaying) void element.play();
      },
      { once: true },
    );
  };
  return (
    <div>
      {hasAfter && (
        <SegmentedControl
          mb={8}
          aria-label={t('studio.sound.listen')}
          value={which}
          onChange={turn}
          data={[
            { value: 'before', label: t('studio.sound.before') },
            { value: 'after', label: t('studio.sound.after') },
          ]}
        />
      )}
      <audio
        ref={audio}
        className={classes.player}
        controls
        preload="none"
        src={audioUrl(episode.showId, episode.id, which, revision.id)}
        aria-label={which === 'after' ? t('studio.sound.playerAfter') : t('studio.sound.playerBefore')}
        onError={() => setBroken(true)}
        onTimeUpdate={(e) => onPosition(e.currentTarget.currentTime / (e.currentTarget.duration || 1))}
      />
      {isBroken && (
        <Text size="sm" className="soft">
          {t('studio.sound.cannotPlay')}
        </Text>
      )}
    </div>
  );
}
