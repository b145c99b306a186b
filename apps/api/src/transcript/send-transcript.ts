import type { FastifyReply } from 'fastify';
import {
  offeredExtensions,
  type TranscriptExtension,
  transcriptTypes,
  type TranscriptView,
  writeTranscript,
} from '#libs/catalog';
import { NotFound } from '#libs/kernel';

/** A text as a file to keep; never shown by the browser, never kept by a cache. @throws NotFound for one that needs times. */
export async function sendTranscript(
  reply: FastifyReply,
  { lang, isTimed, segments }: TranscriptView,
  format: TranscriptExtension,
): Promise<void> {
  if (!offeredExtensions(isTimed).includes(format)) throw new NotFound('This file');
  await sendText(reply, writeTranscript(format, { segments, lang, title: `transcript (${lang})` }), {
    type: transcriptTypes[format],
    name: `transcript.${lang}.${format}`,
  });
}

export async function sendText(
  reply: FastifyReply,
  text: string,
  { type, name }: { type: string; name: string },
): Promise<void> {
  await reply
    .headers({
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
    .send(text);
}
