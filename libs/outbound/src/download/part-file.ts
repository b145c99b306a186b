import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { PartState } from './range.plan.js';

const shape = z.object({ address: z.string(), validator: z.string().optional(), total: z.number().optional() });

/** The file of a download while it grows: `<file>.part`, and beside it `<file>.part.json` with what it was made from. */
export class PartFile {
  readonly path: string;

  constructor(private readonly file: string) {
    this.path = `${file}.part`;
  }

  async size(): Promise<number> {
    return (await stat(this.path).catch(() => undefined))?.size ?? 0;
  }

  /** What the part was made from; undefined when there is none, or of another address. */
  async state(address: string): Promise<PartState | undefined> {
    const text = await readFile(`${this.path}.json`, 'utf8').catch(() => '');
    const parsed = shape.safeParse(text ? toJson(text) : undefined);
    if (!parsed.success || parsed.data.address !== address) return undefined;
    return { validator: undefined, total: undefined, ...parsed.data };
  }

  async remember(state: PartState): Promise<void> {
    await writeFile(`${this.path}.json`, JSON.stringify(state));
  }

  async clear(): Promise<void> {
    await rm(this.path, { force: true });
    await rm(`${this.path}.json`, { force: true });
  }

  /** SHA-256 of the bytes as they lie on the disk, in hex. */
  async digest(signal?: AbortSignal): Promise<string> {
    const hash = createHash('sha256');
    for await (const part of createReadStream(this.path, { signal })) hash.update(part as Buffer);
    return hash.digest('hex');
  }

  /** The part becomes the file, written down to the disk first. */
  async finish(): Promise<void> {
    const handle = await open(this.path, 'r+');
    await handle.sync().finally(() => handle.close());
    await rename(this.path, this.file);
    await rm(`${this.path}.json`, { force: true });
  }
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
