import { useState } from 'react';
import { announce } from '../../../../parts/announcer';
import { useWords } from '../../../../words/words';
import type { SoundEditing } from '../edit/use-sound-edit';
import { addRange, subtract, withEdge } from '../model/ranges';
import { type Blind, drawLots, numberOf, sideOf } from '../play/blind';
import type { SideName } from '../play/side';
import type { Stage } from './use-stage';

/** Everything that keys and buttons do alike. */
export interface SoundActs {
  toggle(): void;
  turn(side?: SideName): void;
  blind: Blind | null;
  toggleBlind(): void;
  restartBlind(): void;
  chooseBlind(number: 1 | 2): void;
  /** One end of the selection at the cursor. */
  edge(edge: 'startMs' | 'endMs'): void;
  only(): void;
  leave(): void;
  cut(): void;
}

export function useActs(stage: Stage, editing: SoundEditing, mayEdit: boolean): SoundActs {
  const { t } = useWords();
  const [blind, setBlind] = useState<Blind | null>(null);
  const { player, selection, select, axis } = stage;
  const { value } = editing;
  const turn = (side?: SideName) => {
    if (!player.turn(side)) return announce(t('studio.sound.onlyAfterHere'));
    const now = player.state.side;
    if (blind && blind.choice === undefined) announce(String(numberOf(blind, now)));
    else announce(now === 'after' ? t('studio.sound.after') : t('studio.sound.before'));
  };
  const begin = () => {
    const lots = drawLots();
    setBlind(lots);
    player.turn(sideOf(lots, 1));
  };
  const withSelection = (act: (range: NonNullable<typeof selection>) => void) => () => {
    if (!mayEdit) return;
    if (!selection) return announce(t('studio.sound.chooseFirst'));
    act(selection);
    select(null);
  };
  return {
    toggle() {
      if (player.state.isPlaying) player.pause();
      else if (!player.play()) {
        player.seek(axis.startMs);
        player.play();
      }
    },
    turn,
    blind,
    toggleBlind: () => (blind ? setBlind(null) : stage.shown.hasAfter && begin()),
    restartBlind: begin,
    chooseBlind: (choice) => setBlind(blind && { ...blind, choice }),
    edge: (edge) => select(withEdge(selection, edge, player.at, axis.durationMs)),
    only: withSelection((range) => editing.set({ only: range })),
    leave: withSelection((range) =>
      editing.set({ leave: addRange(value.leave, range), cuts: subtract(value.cuts, range) }),
    ),
    cut: withSelection((range) =>
      editing.set({ cuts: addRange(value.cuts, range), leave: subtract(value.leave, range) }),
    ),
  };
}
