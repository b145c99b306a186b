import type { FastifyInstance } from 'fastify';
import { NotSignedIn } from '#libs/kernel';
import './request.js';

/** The largest JSON form: long show notes in two languages fit many times. */
export const jsonLimit = 1024 ** 2;
/** The largest picture; it is held in memory while it is checked. */
export const imageLimit = 30 * 1024 ** 2;

/**
 * What bodies are read: JSON, and pictures (`image/*`, the handler gets a Buffer) of somebody who is signed in.
 * Plain text and HTML forms, which another site can send without asking, are refused with 415 (`abuse:A33`).
 */
export function acceptBodies(instance: FastifyInstance): void {
  instance.removeContentTypeParser('text/plain');
  instance.addHook('preParsing', async (request) => {
    if (request.headers['content-type']?.startsWith('image/') && !request.identity) throw new NotSignedIn();
  });
  instance.addContentTypeParser(/^image\//, { parseAs: 'buffer', bodyLimit: imageLimit }, (_request, body, done) => {
    done(null, body);
  });
}
