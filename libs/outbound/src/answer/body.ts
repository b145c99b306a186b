import { PassThrough, pipeline, type Readable, Transform } from 'node:stream';
import { AnswerTooBig } from '../error.js';
import { makeDecoder } from './decode.js';
import { toAnswerError } from './failure.js';

/**
 * An answer's bytes, unpacked, never more than `maxBytes` of them, as sent or as unpacked. Errors are ours, or the
 * reason of `signal`. Whoever
 * holds it reads it to the end or destroys it.
 */
export function toBody(raw: Readable, encoding: string | undefined, maxBytes: number, signal?: AbortSignal): Readable {
  const unpacked = limit(maxBytes);
  const body = new PassThrough();
  // It may fail before anybody listens.
  body.on('error', () => undefined);
  body.on('close', () => unpacked.destroy());
  // The parts fail in undici's or zlib's words; nobody outside sees those.
  pipeline(raw, limit(maxBytes), makeDecoder(encoding), unpacked, (error) => {
    if (error) body.destroy(signal?.aborted ? toError(signal.reason) : toAnswerError(error));
  });
  return unpacked.pipe(body);
}

/** Reads an answer's body whole. */
export async function readBytes(body: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of body) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function limit(maxBytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(part: Buffer, _encoding, done) {
      seen += part.length;
      if (seen > maxBytes) done(new AnswerTooBig(maxBytes));
      else done(null, part);
    },
  });
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('The caller ended it.', { cause: reason });
}
