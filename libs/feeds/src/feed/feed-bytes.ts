import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export interface FeedBytes {
  identity: Buffer;
  gzip: Buffer;
  br: Buffer;
}

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** SHA-256 of the plain bytes, hexadecimal: the same content has the same digest on every machine (`load:L07`). */
export function digestOf(xml: string): string {
  return createHash('sha256').update(xml, 'utf8').digest('hex');
}

/** The bytes as they will be sent, compressed once here and never on a request; the work runs outside the main thread. */
export async function toFeedBytes(xml: string): Promise<FeedBytes> {
  const identity = Buffer.from(xml, 'utf8');
  const [gz, br] = await Promise.all([
    toGzip(identity, { level: identity.length <= 4 << 20 ? 9 : 6 }),
    toBrotli(identity, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: brotliQuality(identity.length),
        [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
      },
    }),
  ]);
  return { identity, gzip: gz, br };
}

/** The best quality needs two seconds a megabyte, and a person waits for the feed: a very long one gets a faster one. */
function brotliQuality(bytes: number): number {
  if (bytes <= 1 << 20) return 11;
  return bytes <= 4 << 20 ? 9 : 5;
}
