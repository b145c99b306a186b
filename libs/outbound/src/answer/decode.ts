import { type Transform, PassThrough } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { AnswerBroken } from '../error.js';

/** What unpacks a `Content-Encoding`; one layer only, since layers multiply a bomb (`abuse:A20`). */
export function makeDecoder(encoding: string | undefined): Transform {
  switch ((encoding ?? '').trim().toLowerCase()) {
    case '':
    case 'identity':
      return new PassThrough();
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      return createInflate();
    default:
      throw new AnswerBroken('encoding');
  }
}

/** For `Accept-Encoding`: deflate is left out, since servers do not agree what it is. */
export const decodable = 'br, gzip';
