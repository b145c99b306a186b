import { Transform } from 'node:stream';
import { FileTooLarge } from './file.error.js';

/** Lets bytes through and counts them; breaks off with `FileTooLarge` beyond `most`. */
export function limited(most: number): Transform & { bytes: number } {
  const counter = Object.assign(
    new Transform({
      transform(chunk: Buffer, _encoding, done) {
        counter.bytes += chunk.length;
        done(counter.bytes > most ? new FileTooLarge() : null, chunk);
      },
    }),
    { bytes: 0 },
  );
  return counter;
}
