import type { RenditionKind } from './rendition.entity.js';

/** Payload of `asset.ready` and `asset.failed`. */
export interface AssetFact {
  readonly recordingId: string;
  readonly revisionId: string;
}

/** A revision's MP3 was verified and may be published. */
export const assetReady = 'asset.ready';
/** A revision ended without an MP3; its row says why. */
export const assetFailed = 'asset.failed';

/** The channel on which whoever shows progress is told to read a row again. */
export const progressChannel = 'estrade_progress';

/** The message on `progressChannel`: ids only, the row is the truth. `revisionId` is null while the file arrives. */
export interface ProgressMessage {
  readonly scope: string;
  readonly recordingId: string;
  readonly revisionId: string | null;
  readonly uploadId: string | null;
}

/** Payload of `rendition.ready`. */
export interface RenditionFact extends AssetFact {
  readonly kind: RenditionKind;
}

/** A file beside a revision's MP3 was verified and may be announced. */
export const renditionReady = 'rendition.ready';

/** An unreleased file says something else now, or it is known that it cannot: a fact with the payload of `asset.ready`. */
export const fileTagged = 'file.tagged';
