import type { PayloadOf } from '#libs/queue';
import type { PlanPiecesDeps } from './plan-pieces.handler.js';
import type { planPieces } from './piece.jobs.js';

export async function planLink(_deps: PlanPiecesDeps, _order: PayloadOf<typeof planPieces>): Promise<void> {}
