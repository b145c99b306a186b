import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { lengthOf, type OutboundAnswer } from '../answer/answer.js';
import { AnswerBroken, AnswerRefused, AnswerTooBig, OutboundError } from '../error.js';
import type { Outbound, OutboundRequest } from '../outbound.js';
import { meter } from './meter.js';
import { PartFile } from './part-file.js';
import { parseContentRange, type PartState, toRangeHeaders, validatorOf } from './range.plan.js';

export interface DownloadRequest extends Pick<
  OutboundRequest,
  'accept' | 'headers' | 'maxBytes' | 'timeoutMs' | 'idleMs' | 'signal'
> {
  /** Go on where an earlier try ended, when the server proves that it is still the same file. */
  readonly resume?: boolean;
  /** How often it is taken up again at once after it broke off with something gained. 3. */
  readonly tries?: number;
  /** Bytes on the disk so far, and in all where the server says. */
  readonly onProgress?: (bytes: number, total: number | undefined) => void;
}

export interface Downloaded {
  /** After all redirects. */
  readonly url: string;
  readonly redirects: OutboundAnswer['redirects'];
  readonly bytes: number;
  /** In hex. */
  readonly sha256: string;
  readonly contentType: string | undefined;
}

/**
 * Fetches a file onto the disk: complete with its length proved, or not there at all. While it grows it is
 * `<file>.part`, which a later call with `resume` goes on with (range, `If-Range`). 2 GiB and an hour unless told.
 * @throws OutboundError; the signal's reason when the caller ended it
 */
export async function download(
  outbound: Outbound,
  address: string,
  file: string,
  asked: DownloadRequest = {},
): Promise<Downloaded> {
  const part = new PartFile(file);
  if (!asked.resume) await part.clear();
  for (let left = asked.tries ?? 3; ; left--) {
    const before = await part.size();
    try {
      return await once(outbound, address, part, asked);
    } catch (error) {
      const isWorthIt = error instanceof OutboundError && error.transient && (await part.size()) > before;
      if (!isWorthIt || left <= 1) throw error;
    }
  }
}

async function once(outbound: Outbound, address: string, part: PartFile, asked: DownloadRequest): Promise<Downloaded> {
  const { maxBytes = 2 * 1024 ** 3 } = asked;
  const have = await part.size();
  const state = await part.state(address);
  const answer = await outbound.fetch(address, {
    ...asked,
    maxBytes,
    timeoutMs: asked.timeoutMs ?? 3_600_000,
    // A range counts the bytes as they are sent: packed ones could not be joined.
    headers: { ...asked.headers, 'accept-encoding': 'identity', ...toRangeHeaders(state, have) },
  });
  const goesOn = have > 0 && answer.status === 206 ? parseContentRange(answer.headers['content-range']) : undefined;
  const isSame = goesOn?.start === have && goesOn.total === state?.total;
  const start = isSame ? have : 0;
  if (start === 0 && answer.status !== 200) return refused(outbound, address, part, asked, answer, have);
  const total = start > 0 ? goesOn?.total : lengthOf(answer.headers);
  if ((total ?? 0) > maxBytes) return drop(answer, new AnswerTooBig(maxBytes));
  if (start === 0) await begin(part, { address, validator: validatorOf(answer.headers), total });
  await receive(answer, part, start, { ...asked, maxBytes }, total);
  return finish(answer, part, total ?? state?.total, asked.signal);
}

/** Old bytes go before the new origin is written down: never the two together, whenever the process dies. */
async function begin(part: PartFile, state: PartState): Promise<void> {
  await part.clear();
  await part.remember(state);
}

async function receive(
  answer: OutboundAnswer,
  part: PartFile,
  start: number,
  { signal, onProgress, maxBytes }: DownloadRequest & { maxBytes: number },
  total: number | undefined,
): Promise<void> {
  if (isPacked(answer)) return drop(answer, new AnswerBroken('encoding'));
  const counter = meter(start, maxBytes, (bytes) => onProgress?.(bytes, total));
  try {
    await pipeline(answer.body, counter, createWriteStream(part.path, { flags: start > 0 ? 'a' : 'w' }), { signal });
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw error;
  }
}

async function finish(
  answer: OutboundAnswer,
  part: PartFile,
  total: number | undefined,
  signal?: AbortSignal,
): Promise<Downloaded> {
  const bytes = await part.size();
  if (total !== undefined && bytes !== total) {
    // More than announced can never be put right by a further range.
    if (bytes > total) await part.clear();
    throw new AnswerBroken('length');
  }
  const sha256 = await part.digest(signal);
  await part.finish();
  const { url, redirects, headers } = answer;
  return { url, redirects, bytes, sha256, contentType: headers['content-type'] };
}

/** The rest of what is here was refused: the file is complete already, or another one by now; everything else is a refusal. */
async function refused(
  outbound: Outbound,
  address: string,
  part: PartFile,
  asked: DownloadRequest,
  answer: OutboundAnswer,
  have: number,
): Promise<Downloaded> {
  answer.body.on('error', () => undefined).destroy();
  if (have === 0 || ![206, 416].includes(answer.status)) throw new AnswerRefused(answer.status);
  const complete = /^bytes \*\/(\d+)$/i.exec(answer.headers['content-range'] ?? '')?.[1];
  if (answer.status === 416 && complete === String(have)) return finish(answer, part, have, asked.signal);
  await part.clear();
  return once(outbound, address, part, asked);
}

function isPacked({ headers }: OutboundAnswer): boolean {
  return !['', 'identity'].includes((headers['content-encoding'] ?? '').trim().toLowerCase());
}

function drop(answer: OutboundAnswer, error: Error): never {
  answer.body.on('error', () => undefined).destroy();
  throw error;
}
