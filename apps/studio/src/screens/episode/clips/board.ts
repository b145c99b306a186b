import { createContext, useContext } from 'react';
import type { At, Highlights } from '../../../api/clip.calls';
import type { RangePlayer } from './range-player';
import type { Act } from './use-highlights-act';

/** What every card of the board works with. */
export interface Board {
  at: At;
  all: Highlights;
  player: RangePlayer;
  act: Act;
  mayEdit: boolean;
}

export const BoardContext = createContext<Board | null>(null);

export function useBoard(): Board {
  const board = useContext(BoardContext);
  if (!board) throw new Error('BoardContext is missing');
  return board;
}
