import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { TimeRange } from '../../../../api/sound.types';
import type { Axis } from '../model/axis';
import { type Match, toMatch, unmatched } from '../model/match';
import { follow, frame, pan, type View, wholeView, zoom } from '../model/view';
import { AbPlayer, type PlayerState, type Take } from '../play/ab-player';
import type { ShownSound } from './shown-sound';

/** Where both sides are made equally loud: around the cursor, over everything, or not at all. */
export type MatchMode = 'here' | 'whole' | 'off';

/** What the plots, the transport and the keys share: cursor, zoom, selection and what is heard. */
export interface Stage {
  shown: ShownSound;
  axis: Axis;
  player: AbPlayer;
  heard: PlayerState;
  view: View;
  setView(view: View): void;
  zoomBy(factor: number): void;
  selection: TimeRange | null;
  select(range: TimeRange | null): void;
  matchMode: MatchMode;
  setMatchMode(mode: MatchMode): void;
  /** Moves the cursor and brings it into view. */
  goTo(at: number): void;
  /** Shows a stretch with room around it, the cursor at its start. */
  show(range: TimeRange): void;
  /** Plays something else than the finished sound: a preview. */
  borrow(take: Take | null, match: Match | null): void;
}

/** Around the cursor means so far on either side. */
const hereMs = 8_000;

export function useStage(shown: ShownSound, take: Take): Stage {
  const { axis, curves } = shown;
  const [player] = useState(() => new AbPlayer());
  const heard = useSyncExternalStore(player.subscribe, player.snapshot);
  const [view, setView] = useState<View>(() => wholeView(axis));
  const [selection, select] = useState<TimeRange | null>(null);
  const [matchMode, setMatchMode] = useState<MatchMode>('here');
  const [borrowed, setBorrowed] = useState<{ take: Take; match: Match | null } | null>(null);
  const now = useRef({ view, axis });
  now.current = { view, axis };

  const playing = borrowed?.take ?? take;
  useEffect(() => {
    player.load(playing);
  }, [player, playing.before, playing.after, playing.stretch?.startMs, playing.axis.clips]);
  useEffect(() => () => player.close(), [player]);
  useEffect(() => {
    player.setMatch((at) => {
      if (matchMode === 'off') return unmatched;
      if (borrowed) return borrowed.match ?? unmatched;
      const around = matchMode === 'here' ? { startMs: at - hereMs, endMs: at + hereMs } : axis;
      const here = toMatch(axis, curves, around);
      return here === unmatched ? toMatch(axis, curves, axis) : here;
    });
  }, [player, axis, curves, matchMode, borrowed]);
  useEffect(() => setView(wholeView(axis)), [axis.startMs, axis.endMs]);
  useEffect(
    () =>
      player.follow((at) => {
        const next = follow(now.current.axis, now.current.view, at);
        if (next !== now.current.view) setView(next);
      }),
    [player],
  );

  const goTo = useCallback((at: number) => player.seek(at), [player]);
  return {
    ...{ shown, axis, player, heard, view, setView, selection, select, matchMode, setMatchMode, goTo },
    zoomBy: (factor) => setView((v) => zoom(axis, v, factor, player.at)),
    show(range) {
      setView(frame(axis, range));
      player.seek(range.startMs);
    },
    borrow: (next, match) => setBorrowed(next && { take: next, match }),
  };
}

/** Moves what is seen without moving the cursor. */
export const panBy = (stage: Stage, byMs: number): void => stage.setView(pan(stage.axis, stage.view, byMs));
