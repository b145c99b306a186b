import type { Handlers } from '#libs/queue';
import { makeDropPiece, makeMakePiece } from './make-piece.handler.js';
import { makePlanPieces, type PlanPiecesDeps } from './plan-pieces.handler.js';
import { dropPiece, makePiece, planPieces } from './piece.jobs.js';
import type { MakeBytesDeps } from './make-bytes.js';

/** The jobs of this lib that make pieces of kits. */
export const pieceJobs = [planPieces, makePiece, dropPiece] as const;

export type PieceDeps = PlanPiecesDeps & MakeBytesDeps;

export function makePieceHandlers(deps: PieceDeps): Handlers<typeof pieceJobs> {
  return {
    'sharing.plan': makePlanPieces(deps),
    'sharing.card': makeMakePiece(deps),
    'sharing.drop': makeDropPiece(deps),
  };
}
