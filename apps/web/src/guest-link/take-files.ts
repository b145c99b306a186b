import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { fileMax, readFormFile } from './form-file.js';

/** More than this is no answer of a mail program. */
const wordsMax = 64 * 1024;

/**
 * Takes the file of a guest's upload form as the request's body. Anywhere else such a form is read by nothing, and
 * refused before its bytes are read when it is more than a few words.
 * @param mayUpload whether a secret is a guest's: nobody else fills the memory.
 */
export function takeGuestFiles(instance: FastifyInstance, mayUpload: (secret: string) => Promise<boolean>): void {
  instance.addContentTypeParser('multipart/form-data', async (request: FastifyRequest, payload: IncomingMessage) => {
    const path = request.url.split('?', 1)[0]!;
    // A mail program that unsubscribes may send it so (RFC 8058, section 3.2): nothing in it is needed.
    if (/^\/(follow\/[0-9a-f]{40}\/stop|i\/[0-9a-f]{40}\/kit\/off)$/.test(path)) {
      await read(payload, wordsMax, wordsMax);
      return undefined;
    }
    const secret = /^\/i\/([0-9a-f]{40})\/me\/photo$/.exec(path)?.[1];
    if (!secret) throw Object.assign(new Error('no files here'), { statusCode: 415 });
    // The route says what is wrong with the link; the bytes are passed over.
    if (!(await mayUpload(secret))) return undefined;
    const bytes = await read(payload, fileMax, 4 * fileMax);
    // Too much is no picture: the page says so beside the field.
    return bytes && readFormFile(bytes, request.headers['content-type'] ?? '');
  });
}

/** All of it; undefined beyond `kept` bytes, whose rest is passed over. @throws beyond `most`. */
async function read(payload: IncomingMessage, kept: number, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of payload as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > most) break;
      if (size <= kept) chunks.push(chunk);
      else chunks.length = 0;
    }
  } catch (cause) {
    throw Object.assign(new Error('broken off', { cause }), { statusCode: 400 });
  }
  if (size > most) throw Object.assign(new Error('too much'), { statusCode: 413 });
  return size > kept ? undefined : Buffer.concat(chunks);
}
