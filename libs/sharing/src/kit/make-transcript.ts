import { TranscriptQuery, transcriptTypes, writeTranscript } from '#libs/catalog';
import { NotFound } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { MadeBytes } from './make-bytes.js';

const transcriptInput = z.object({ episodeId: z.uuid() });
const extensions = z.enum(['vtt', 'srt', 'txt', 'html']);

/** What is said in a released episode, as a file. */
export async function makeTranscript(
  dataSource: DataSource,
  input: unknown,
  lang: string,
  { shape, title }: { shape: string; title: string },
): Promise<MadeBytes> {
  const { episodeId } = transcriptInput.parse(input);
  const extension = extensions.parse(shape);
  const transcript = await new TranscriptQuery(dataSource).released(episodeId, lang);
  if (!transcript) throw new NotFound('This transcript');
  const bytes = Buffer.from(writeTranscript(extension, { ...transcript, title }));
  const type = transcriptTypes[extension];
  return { bytes, mime: type.startsWith('text/') ? `${type}; charset=utf-8` : type, extension };
}
