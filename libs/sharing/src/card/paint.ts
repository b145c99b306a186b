import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type EncodedImage, type Encoding, encodeScene } from './encode-image.js';
import type { Scene } from './scene.js';

export interface PaintOrder {
  id: number;
  scene: Scene;
  pictures: ReadonlyMap<string, Uint8Array>;
  encoding: Encoding;
}

export interface PaintAnswer {
  id: number;
  image?: EncodedImage;
  problem?: string;
}

const compiled = new URL('./paint.worker.js', import.meta.url);
/** Where the compiled thread does not lie beside this file (tests run the sources) the work is done here. */
const hasThread = existsSync(fileURLToPath(compiled));
/** Afterwards the thread ends, and the memory of fonts and painter is given back. */
const idleMs = 20_000;

let thread: { worker: Worker; running: Map<number, (answer: PaintAnswer) => void> } | undefined;
let idle: NodeJS.Timeout | undefined;
let lastId = 0;

/** Paints and encodes in a thread of its own, so that the main thread of a worker never blocks; ended when idle. */
export async function paint(
  scene: Scene,
  pictures: ReadonlyMap<string, Uint8Array>,
  encoding: Encoding,
): Promise<EncodedImage> {
  if (!hasThread) return encodeScene(scene, pictures, encoding);
  clearTimeout(idle);
  const { worker, running } = (thread ??= start());
  const id = ++lastId;
  const { image, problem } = await new Promise<PaintAnswer>((resolve) => {
    running.set(id, resolve);
    worker.postMessage({ id, scene, pictures, encoding } satisfies PaintOrder);
  });
  if (running.size === 0) idle = setTimeout(end, idleMs).unref();
  if (!image) throw new Error(problem ?? 'The thread that paints has ended.');
  return { ...image, bytes: Buffer.from(image.bytes) };
}

function start(): NonNullable<typeof thread> {
  const worker = new Worker(compiled, { resourceLimits: { maxOldGenerationSizeMb: 512 } });
  worker.unref();
  const running = new Map<number, (answer: PaintAnswer) => void>();
  const started = { worker, running };
  worker.on('message', (answer: PaintAnswer) => {
    running.get(answer.id)?.(answer);
    running.delete(answer.id);
  });
  const giveUp = (problem: string) => {
    if (thread === started) thread = undefined;
    for (const [id, settle] of running) settle({ id, problem });
    running.clear();
  };
  worker.on('error', (error) => giveUp(String(error)));
  worker.on('exit', () => giveUp('The thread that paints has ended.'));
  return started;
}

function end(): void {
  thread?.worker.postMessage('end');
  thread = undefined;
}
