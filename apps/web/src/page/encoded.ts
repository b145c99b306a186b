import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** A page may be kept by anybody, who asks each time whether it is still so. */
export const cacheControl = 'public, max-age=0, must-revalidate';

export type Encoding = 'identity' | 'gzip' | 'br';

const compress = {
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 6 }),
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
};

/** An answer's body in the encodings that were asked for so far, each with a strong ETag of its own (`feed:H14`). */
export class Encoded {
  readonly digest: string;
  private readonly bodies = new Map<Encoding, Promise<Buffer>>();
  private readonly made = new Map<Encoding, Buffer>();

  constructor(
    readonly bytes: Buffer,
    readonly headers: Readonly<Record<string, string>>,
    /** From then on it says something else; null: until somebody changes something. */
    readonly until: Date | null = null,
  ) {
    this.digest = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
    this.bodies.set('identity', Promise.resolve(bytes));
    this.made.set('identity', bytes);
  }

  etag(encoding: Encoding): string {
    return `"${this.digest}${encoding === 'identity' ? '' : `-${encoding}`}"`;
  }

  async body(encoding: Encoding): Promise<Buffer> {
    let body = this.bodies.get(encoding);
    if (!body && encoding !== 'identity') {
      body = compress[encoding](this.bytes).then((bytes) => {
        this.made.set(encoding, bytes);
        return bytes;
      });
      this.bodies.set(encoding, body);
    }
    return body!;
  }

  /** The body, where it has been made before. */
  ready(encoding: Encoding): Buffer | undefined {
    return this.made.get(encoding);
  }
}

/** Whether an If-None-Match list names the ETag; compared weakly, as RFC 9110 section 13.1.2 wants (`feed:H13`). */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (!header) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}
