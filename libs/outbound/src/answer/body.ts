import { pipeline, Readable, Transform } from 'node:stream';
import { AnswerTooBig } from '../error.js';
import { makeDecoder } from './decode.js';
import { toAnswerError } from './failure.js';

/**
 * An answer's bytes, unpacked, never more than `maxBytes` of them, as sent or as unpacked. Errors are ours, or the
 * reason of `signal`. Whoever
 * holds it reads it to the end or destroys it.
 */
export function toBody(raw: Readable, encoding: string | undefined, maxBytes: number, signal?: AbortSignal): Readable {
  const decoder = makeDecoder(encoding);
  const last = limit(maxBytes, signal);
  // It may fail before anybody listens.
  last.on('error', () => undefined);
  pipeline(raw, limit(maxBytes), decoder, last, () => undefined);
  return last;
}

/** Reads an answer's body whole. */
export async function readBytes(body: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of body) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function limit(maxBytes: number, signal?: AbortSignal): Transform {
  let seen = 0;
  return new Transform({
    transform(part: Buffer, _encoding, done) {
      seen += part.length;
      if (seen > maxBytes) done(new AnswerTooBig(maxBytes));
      else done(null, part);
    },
    // The pipeline destroys every part with the first error, which is in undici's or zlib's words.
    destroy: (error, done) => done(error && (signal?.aborted ? signal.reason : toAnswerError(error))),
  });
}
