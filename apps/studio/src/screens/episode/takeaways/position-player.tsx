import { type RefObject } from 'react';
import { useRecording } from '../../../api/queries';
import type { Episode } from '../../../api/types';
import classes from '../episode.module.css';
import { formatTimeCode, parseTimeCode } from '../chapters/time-code';

export type PlayerRef = RefObject<HTMLAudioElement | null>;

/** The finished sound of the working copy, to find a moment in; nothing while there is none. */
export function PositionPlayer({ player, url, label }: { player: PlayerRef; url: string | null; label: string }) {
  if (!url) return null;
  return <audio ref={player} className={classes.positionPlayer} controls preload="none" src={url} aria-label={label} />;
}

/** Where the player is now, to the second. */
export function positionOf(player: PlayerRef): string {
  return formatTimeCode(Math.floor(player.current?.currentTime ?? 0) * 1000);
}

/** Plays from a time that was typed. */
export function playFrom(player: PlayerRef, time: string): void {
  const audio = player.current;
  const ms = parseTimeCode(time);
  if (!audio || ms === undefined) return;
  audio.currentTime = ms / 1000;
  void audio.play();
}

/** Where the sound of the working copy can be heard; null while there is none. */
export function useFinishedSound({ showId, id, working }: Episode): string | null {
  const { data } = useRecording(showId, id);
  return data?.revisions.find((revision) => revision.id === working.revisionId)?.mp3?.url ?? null;
}
