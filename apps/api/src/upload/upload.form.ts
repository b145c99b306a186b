import { Invalid } from '#libs/kernel';
import { Metadata } from '@tus/server';
import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-fA-F]{64}$/, { error: 'error.field.wrongFormat' });

/** The decoded `Upload-Metadata` header. */
export const uploadMetadata = z
  .object({
    showId: z.guid(),
    episodeId: z.guid().optional(),
    /** `piece`: for the show's library, without an episode. `track`: sounds together with the episode's recording. */
    purpose: z.enum(['recording', 'piece', 'track']).default('recording'),
    /** As named on the producer's machine; only ever shown as text. */
    filename: z.string().max(10_000).default(''),
    filetype: z.string().max(500).optional(),
    sha256: sha256.optional(),
  })
  .refine(({ purpose, episodeId }) => purpose !== 'piece' || episodeId === undefined, { path: ['episodeId'] })
  .refine(({ purpose, episodeId }) => purpose !== 'track' || episodeId !== undefined, { path: ['episodeId'] });
export type UploadMetadata = z.infer<typeof uploadMetadata>;

/** `POST /uploads/:id/digest` */
export const digestForm = z.strictObject({ sha256 });

/**
 * Reads the headers that announce a file. Unknown metadata keys are ignored, as clients add their own.
 * @throws Invalid with the header's or key's name.
 */
export function readUploadHeaders(headers: Record<string, unknown>): UploadMetadata & { totalBytes: number } {
  const length = z.coerce.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER).safeParse(headers['upload-length']);
  if (headers['upload-length'] === undefined || !length.success) throw wrong('Upload-Length');
  const metadata = uploadMetadata.safeParse(parseMetadata(headers['upload-metadata']));
  if (!metadata.success) throw wrong(`Upload-Metadata.${metadata.error.issues[0]?.path.join('.') ?? ''}`);
  return { ...metadata.data, totalBytes: length.data };
}

function parseMetadata(header: unknown): Record<string, string | undefined> {
  try {
    const parsed = Metadata.parse(typeof header === 'string' ? header : undefined);
    return Object.fromEntries(Object.entries(parsed).map(([key, value]) => [key, value ?? undefined]));
  } catch {
    throw wrong('Upload-Metadata');
  }
}

function wrong(path: string): Invalid {
  return new Invalid([{ path, message: 'error.field.wrongFormat' }]);
}
