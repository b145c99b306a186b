import { NotFound } from '#libs/kernel';
import type { Storage } from '#libs/storage';
import type { DataSource } from 'typeorm';
import { cardContent, type CardShape, cardShapes } from '../card/card.content.js';
import { drawCard } from '../card/draw-card.js';
import type { PieceOfKit } from './piece-of-kit.entity.js';

/** A file as it was made. */
export interface MadeBytes {
  bytes: Buffer;
  mime: string;
  extension: string;
  /** Pixels; absent for what is no picture. */
  width?: number;
  height?: number;
}

export interface MakeBytesDeps {
  dataSource: DataSource;
  storage: Storage;
}

type Maker = (deps: MakeBytesDeps, piece: PieceOfKit) => Promise<MadeBytes>;

/** By kind; what clips are made of is a job of its own. */
const makers: Record<string, Maker> = { card: makeCard, 'card-start': makeCard, quote: makeCard };

/** The bytes of a piece, from what its row says alone. @throws an error below 500 when no further try would help. */
export function makeBytes(deps: MakeBytesDeps, piece: PieceOfKit): Promise<MadeBytes> {
  const make = makers[piece.kind];
  if (!make) throw new NotFound(`A maker of ${piece.kind}`);
  return make(deps, piece);
}

async function makeCard({ storage }: MakeBytesDeps, { input, shape, alt }: PieceOfKit): Promise<MadeBytes> {
  const known: CardShape = shape in cardShapes ? (shape as CardShape) : 'wide';
  return drawCard(cardContent.parse(input), known, storage, alt);
}
