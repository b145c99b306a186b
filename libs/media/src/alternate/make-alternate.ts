import { render, type RenderPlan, verify } from '#libs/ffmpeg';
import { join } from 'node:path';
import { findSources } from '../pipeline/pieces.js';
import type { PipelineDeps } from '../pipeline/pipeline.deps.js';
import { withSources } from '../pipeline/track-files.js';
import { keepFile } from '../pipeline/words.js';
import { VerificationFailed } from '../recording/recording.error.js';
import type { StoredOrder } from '../recording/render-order.js';
import type { RenditionGiven } from '../recording/rendition.writes.js';
import type { Revision } from '../recording/revision.entity.js';
import type { AlternateKind } from './alternates.plan.js';

/** A made and verified file, as its row says it. */
export type Made = RenditionGiven & { readonly kind: AlternateKind };

/** Makes, measures and stores one file beside the MP3. @throws what its programs throw, VerificationFailed */
export async function makeAlternate(
  deps: PipelineDeps,
  revision: Revision,
  kind: AlternateKind,
  signal: AbortSignal,
): Promise<Made> {
  throw new VerificationFailed(kind, 0);
}
