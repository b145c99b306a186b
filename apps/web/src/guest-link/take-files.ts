import type { FastifyInstance } from 'fastify';
import { fileMax, readFormFile } from './form-file.js';

/**
 * Takes the file of a guest's upload form as the request's body. Anywhere else such a form is read by nothing, and
 * refused before its bytes are read when it is more than a few words.
 */
export function takeGuestFiles(instance: FastifyInstance): void {
  instance.addContentTypeParser('multipart/form-data', (request, payload, done) => {
    // A mail program that unsubscribes may send it so (RFC 8058, section 3.2): nothing in it is needed, and it is short.
    if (/^\/follow\/[0-9a-f]{40}\/stop$/.test(request.url)) {
      payload.once('end', () => done(null, undefined)).resume();
      return;
    }
    if (!/^\/i\/[0-9a-f]{40}\/me\/photo$/.test(request.url.split('?', 1)[0]!)) {
      return done(Object.assign(new Error('no files here'), { statusCode: 415 }));
    }
    const chunks: Buffer[] = [];
    let size = 0;
    payload.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= fileMax) chunks.push(chunk);
      else if (size > 4 * fileMax) payload.destroy(new Error('too much'));
    });
    payload.on('error', (error) => done(error));
    payload.on('end', () => {
      // Too much is no picture: the page says so beside the field.
      if (size > fileMax) return done(null, undefined);
      done(null, readFormFile(Buffer.concat(chunks), request.headers['content-type'] ?? ''));
    });
  });
}
