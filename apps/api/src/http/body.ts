import type { FastifyInstance } from 'fastify';
import { EstradeError, NotSignedIn } from '#libs/kernel';
import './request.js';

/** The largest JSON form: long show notes in two languages fit many times. */
export const jsonLimit = 4 * 1024 ** 2;
/** The largest picture; it is held in memory while it is checked. */
const imageLimit = 30 * 1024 ** 2;

/** The largest file of text that is sent as it is, such as a transcript. */
const fileLimit = 10 * 1024 ** 2;
/** Bytes that are handed on as they come, for a handler that counts them. */
export const streamedType = 'application/vnd.estrade.file';
/** None of these can be sent by another site's form (`abuse:A33`). */
const fileTypes = ['application/octet-stream', 'text/vtt', 'application/x-subrip'];

/** 400: not JSON, or with a key that would reach into an object's prototype. */
class BadJson extends EstradeError {
  constructor() {
    super('BAD_JSON', 400, 'The request is not valid JSON; nothing was changed.');
  }
}

/**
 * What bodies are read: JSON, and pictures (`image/*`) and small files of text, of which the handler gets a Buffer, of
 * somebody who is signed in.
 * Plain text and HTML forms, which another site can send without asking, are refused with 415 (`abuse:A33`).
 */
export function acceptBodies(instance: FastifyInstance): void {
  const parseJson = instance.getDefaultJsonParser('error', 'error');
  instance.removeContentTypeParser(['application/json', 'text/plain']);
  instance.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (text === '') return done(null, undefined);
    parseJson(request, text as string, (error, value) => done(error && new BadJson(), value));
  });
  instance.addHook('preParsing', async (request) => {
    const type = request.headers['content-type']?.toLowerCase() ?? '';
    const isFile = type.startsWith('image/') || [...fileTypes, streamedType].some((each) => type.startsWith(each));
    if (isFile && !request.identity) throw new NotSignedIn();
  });
  instance.addContentTypeParser(/^image\//, { parseAs: 'buffer', bodyLimit: imageLimit }, (_request, body, done) => {
    done(null, body);
  });
  instance.addContentTypeParser(streamedType, (_request, payload, done) => done(null, payload));
  instance.addContentTypeParser(fileTypes, { parseAs: 'buffer', bodyLimit: fileLimit }, (_request, body, done) => {
    done(null, body);
  });
}
