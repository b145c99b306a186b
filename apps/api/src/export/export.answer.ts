import { z } from 'zod';
import type { ShowExport } from '#libs/transfer';

export const exportAnswer = z
  .object({
    id: z.uuid(),
    baseUrl: z.string(),
    withOriginals: z.boolean(),
    withDrafts: z.boolean(),
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    /** First every file is written, then the archive is read again and compared. */
    step: z.enum(['write', 'check']),
    /** Bytes of the step; 0 of 0 before it is known. */
    bytesDone: z.number(),
    bytesTotal: z.number(),
    /** Of the archive, when it is done. */
    bytes: z.number().nullable(),
    fileCount: z.int().nullable(),
    sha256: z.string().nullable(),
    /** Code of the catalogue's sentence. */
    errorCode: z.string().nullable(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    /** When it goes by itself. */
    expiresAt: z.iso.datetime().nullable(),
    /** Where it is fetched, by whoever may see this; null until it is done. */
    url: z.string().nullable(),
  })
  .meta({ id: 'ShowExport' });
export type ExportAnswer = z.infer<typeof exportAnswer>;
export const exportsAnswer = z.object({ items: z.array(exportAnswer) });

export function toExportAnswer(row: ShowExport): ExportAnswer {
  const { id, baseUrl, withOriginals, withDrafts, state, step, bytesDone, bytesTotal } = row;
  const { bytes, fileCount, sha256, errorCode } = row;
  return {
    ...{ id, baseUrl, withOriginals, withDrafts, state, step, bytesDone, bytesTotal },
    ...{ bytes, fileCount, sha256, errorCode },
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    url: state === 'done' ? `/api/v1/shows/${row.showId}/exports/${id}/archive` : null,
  };
}
