import { Transform } from 'node:stream';
import { AnswerTooBig } from '../error.js';

/** Lets bytes through, tells how many there are from `start` on, and ends at more than `maxBytes`. */
export function meter(start: number, maxBytes: number, tell: (bytes: number) => void): Transform {
  let bytes = start;
  return new Transform({
    transform(part: Buffer, _encoding, done) {
      bytes += part.length;
      if (bytes > maxBytes) return done(new AnswerTooBig(maxBytes));
      tell(bytes);
      done(null, part);
    },
  });
}
