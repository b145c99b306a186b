import { parentPort } from 'node:worker_threads';
import { encodeScene } from './encode-image.js';
import type { PaintAnswer, PaintOrder } from './paint.js';

/** The thread behind `paint`: one picture after the other, until it is told to end. */
let last: Promise<void> = Promise.resolve();

parentPort!.on('message', (message: PaintOrder | 'end') => {
  last = last.then(() => (message === 'end' ? parentPort!.close() : answer(message)));
});

async function answer({ id, scene, pictures, encoding }: PaintOrder): Promise<void> {
  let result: PaintAnswer;
  try {
    result = { id, image: await encodeScene(scene, pictures, encoding) };
  } catch (error) {
    result = { id, problem: String(error) };
  }
  parentPort!.postMessage(result);
}
