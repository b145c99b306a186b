import { EstradeError } from '#libs/kernel';
import type { PayloadOf } from '#libs/queue';
import { KitPieces, versionOf } from './kit-pieces.js';
import { makeBytes, type MadeBytes, type MakeBytesDeps } from './make-bytes.js';
import { PieceOfKit } from './piece-of-kit.entity.js';
import type { dropPiece, makePiece } from './piece.jobs.js';

export type MakePieceDeps = MakeBytesDeps;

/** Makes one piece from what its row says, stores it under a key of its own, and writes it down. */
export function makeMakePiece(deps: MakePieceDeps): (order: PayloadOf<typeof makePiece>) => Promise<void> {
  const { dataSource, storage } = deps;
  return async ({ pieceId, inputHash }) => {
    const piece = await dataSource.getRepository(PieceOfKit).findOneBy({ id: pieceId, inputHash });
    if (!piece || piece.state === 'ready') return;
    const made = await makeOrFail(deps, piece);
    if (!made) return;
    const key = `card/${piece.id}-${versionOf(piece)}.${made.extension}`;
    await storage.put(key, made.bytes);
    const { mime, width, height } = made;
    const given = { key, mime, bytes: made.bytes.length, width, height };
    const isWanted = await dataSource.transaction((manager) => KitPieces.ready(manager, piece, given));
    if (!isWanted) await storage.delete(key);
  };
}

/** Removes the file of a piece that is gone, unless a piece has it again by now. */
export function makeDropPiece({
  dataSource,
  storage,
}: MakePieceDeps): (order: PayloadOf<typeof dropPiece>) => Promise<void> {
  return async ({ key }) => {
    if (!(await dataSource.getRepository(PieceOfKit).existsBy({ key }))) await storage.delete(key);
  };
}

/** Undefined when no further try would help: the row says why. */
async function makeOrFail(deps: MakePieceDeps, piece: PieceOfKit): Promise<MadeBytes | undefined> {
  try {
    return await makeBytes(deps, piece);
  } catch (error) {
    if (!(error instanceof EstradeError) || error.status >= 500) throw error;
    const reason = error.code === 'CARD_NOT_DRAWABLE' ? 'card.error.letters' : 'card.error.gone';
    await deps.dataSource.transaction((manager) => KitPieces.failed(manager, piece, reason));
    return undefined;
  }
}
