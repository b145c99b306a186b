import type { Sources } from '#libs/ffmpeg';
import { findSources } from '../pipeline/pieces.js';
import type { PipelineDeps } from '../pipeline/pipeline.deps.js';
import { withSources } from '../pipeline/track-files.js';
import { SourceGone } from '../recording/recording.error.js';
import type { StoredOrder } from '../recording/render-order.js';
import type { RenditionGiven } from '../recording/rendition.writes.js';
import type { Revision } from '../recording/revision.entity.js';
import type { AlternateKind } from './alternates.plan.js';

/** What the making of one file beside an MP3 works with. */
export interface AlternateJob {
  readonly deps: PipelineDeps;
  readonly revision: Revision;
  /** For whatever it writes on the way. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/** A made, measured and stored file, as its row says it. */
export type Made = RenditionGiven & { readonly kind: AlternateKind };

/** Lends the files that a revision's plan uses. @throws SourceGone when a piece has been deleted since. */
export async function withFiles<T>(
  deps: PipelineDeps,
  revision: Revision,
  work: (sources: Sources) => Promise<T>,
): Promise<T> {
  const rows = await findSources(deps, revision, revision.order as unknown as StoredOrder);
  if (!rows) throw new SourceGone();
  return withSources(deps.storage, rows, work);
}

/** Bits a second. */
export function bitrateOf(bytes: number, durationMs: number): number {
  return Math.round((bytes * 8_000) / Math.max(1, durationMs));
}
