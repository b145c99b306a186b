import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  offeredExtensions,
  toLanguageTag,
  type TranscriptExtension,
  transcriptExtensions,
  transcriptTypes,
  type TranscriptView,
  writeTranscript,
} from '#libs/catalog';
import { Encoded } from '../page/encoded.js';
import { sendEncoded } from '../page/page-server.js';
import { sendPlain } from './send-plain.js';

/** `transcript.fr-ca.vtt`: which text, and as what; undefined for any other name. Addresses have small letters only. */
export function toTranscriptName(file: string): { lang: string; extension: TranscriptExtension } | undefined {
  const [, tag, extension] = /^transcript\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2})\.([a-z]{3,4})$/.exec(file) ?? [];
  const known = transcriptExtensions.find((each) => each === extension);
  const lang = tag && toLanguageTag(tag);
  return lang && known ? { lang, extension: known } : undefined;
}

/**
 * A transcript as a file: its type is the one that feeds announce, with the charset (`feed:T02`, `feed:T05`), readable
 * from anywhere (`feed:J08`). Undefined for one that has no times and is asked for as a file that needs them.
 */
export function toTranscriptFile(
  extension: TranscriptExtension,
  transcript: TranscriptView,
  title: string,
): Encoded | undefined {
  if (!offeredExtensions(transcript.isTimed).includes(extension)) return undefined;
  const text = writeTranscript(extension, { segments: transcript.segments, lang: transcript.lang, title });
  return new Encoded(Buffer.from(text), {
    'content-type': `${transcriptTypes[extension]}; charset=utf-8`,
    'content-language': transcript.lang,
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
    ...(extension === 'html' && {
      'content-security-policy': `default-src 'none'; base-uri 'none'; form-action 'none'`,
    }),
  });
}

/** Sends it with validators; 404 without one. */
export async function sendTranscript(
  request: FastifyRequest,
  reply: FastifyReply,
  file: Encoded | undefined,
  cacheControl: string,
): Promise<void> {
  if (!file) return sendPlain(reply, 404, 'There is no such transcript here.');
  return sendEncoded(request, reply, file, 200, cacheControl);
}
