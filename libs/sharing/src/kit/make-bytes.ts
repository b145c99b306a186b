import type { Addresses } from '#libs/catalog';
import { NotFound } from '#libs/kernel';
import type { Storage } from '#libs/storage';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { cardContent, type CardShape, cardShapes } from '../card/card.content.js';
import { drawCard } from '../card/draw-card.js';
import { qrPng, qrSvg } from '../qr/qr.js';
import { drawSignature, signatureHtml } from '../signature/signature.js';
import { slideHand } from '../slide/slide-hand.js';
import { slidePdf } from '../slide/slide-pdf.js';
import { slidePng } from '../slide/slide-png.js';
import { slidePptx } from '../slide/slide-pptx.js';
import { makePhoto, photoInput } from './make-photo.js';
import { makeTranscript } from './make-transcript.js';
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
  addresses: Addresses;
}

type Maker = (deps: MakeBytesDeps, piece: PieceOfKit) => Promise<MadeBytes>;

/** By kind; what clips are made of is a job of its own. */
const makers: Record<string, Maker> = {
  ...{ card: makeCard, 'card-start': makeCard, panel: makeCard, quote: makeCard },
  photo: ({ storage }, { input, alt }) => makePhoto(storage, photoInput.parse(input), alt),
  qr: async (_, { input, shape, alt }) => {
    const { address } = qrInput.parse(input);
    return shape === 'svg' ? toText(await qrSvg(address, alt), 'image/svg+xml', 'svg') : qrPng(address, alt);
  },
  signature: makeSignature,
  slide: makeSlide,
  transcript: ({ dataSource }, { input, lang, shape, alt }) =>
    makeTranscript(dataSource, input, lang, { shape, title: alt }),
};

const qrInput = z.object({ address: z.url() });
const withAddress = qrInput.extend({ content: cardContent });
const slideInput = withAddress.extend({ reach: z.enum(['near', 'far']) });

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

async function makeSignature(
  { storage, addresses }: MakeBytesDeps,
  { input, shape, alt }: PieceOfKit,
): Promise<MadeBytes> {
  const { content, address } = withAddress.parse(input);
  if (shape === 'png') return drawSignature(content, storage, alt);
  return toText(Buffer.from(signatureHtml(content, address, addresses)), 'text/html', 'html');
}

async function makeSlide({ storage }: MakeBytesDeps, { input, shape, alt }: PieceOfKit): Promise<MadeBytes> {
  const { content, address, reach } = slideInput.parse(input);
  const given = await slideHand(content, storage);
  if (shape.endsWith('-png')) return slidePng(given, reach, address, alt);
  if (shape.endsWith('-pdf')) return toText(await slidePdf(given, reach, address), 'application/pdf', 'pdf');
  const mime = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
  return toText(await slidePptx(given, reach, address, alt), mime, 'pptx');
}

function toText(bytes: Buffer, mime: string, extension: string): MadeBytes {
  return { bytes, mime, extension };
}
