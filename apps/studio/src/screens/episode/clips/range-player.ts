import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Range } from '../../../api/clip.calls';

export interface RangePlayer {
  audio: RefObject<HTMLAudioElement | null>;
  /** Which stretch is heard; null: none. */
  playing: string | null;
  toggle(id: string, range: Range): void;
  /** Where it is, in milliseconds. */
  now(): number;
}

/** Plays exactly a stretch of the finished sound, and stops at its end. */
export function useRangePlayer(): RangePlayer {
  const audio = useRef<HTMLAudioElement>(null);
  const [heard, setHeard] = useState<({ id: string } & Range) | null>(null);
  useEffect(() => {
    const player = audio.current;
    if (!player || !heard) return;
    const stop = () => {
      if (player.currentTime * 1000 < heard.endMs) return;
      player.pause();
    };
    const ended = () => setHeard(null);
    player.addEventListener('timeupdate', stop);
    player.addEventListener('pause', ended);
    return () => {
      player.removeEventListener('timeupdate', stop);
      player.removeEventListener('pause', ended);
    };
  }, [audio, heard]);
  return {
    audio,
    playing: heard?.id ?? null,
    toggle(id, range) {
      const player = audio.current;
      if (!player) return;
      if (heard?.id === id) return player.pause();
      player.currentTime = range.startMs / 1000;
      setHeard({ id, ...range });
      void player.play();
    },
    now: () => Math.round((audio.current?.currentTime ?? 0) * 1000),
  };
}
