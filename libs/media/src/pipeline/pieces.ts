import { type Analysis } from '#libs/ffmpeg';
import { type EntityManager, Not, IsNull } from 'typeorm';
import type { OrderPiece, RenderOrder, StoredOrder, StoredPiece } from '../recording/render-order.js';
import { Revision } from '../recording/revision.entity.js';
import { isOpen } from '../recording/revision.state.js';
import type { MediaNote } from '../recording/sound-report.js';
import type { PipelineDeps } from './pipeline.deps.js';
import { readAnalysis } from './stored-analysis.js';

/** A piece's measurement, with how it is faded. */
export interface PieceInput {
  readonly analysis: Analysis;
  readonly fadeInMs: number;
  readonly fadeOutMs: number;
}

/** An order whose pieces have been looked up: those that are missing are noted and left out. */
export interface FoundPieces {
  readonly order: StoredOrder;
  readonly intro: PieceInput | null;
  readonly outro: PieceInput | null;
  readonly notes: readonly MediaNote[];
  /** A piece has just been sent and is not measured yet. */
  readonly isWaiting: boolean;
}

/** Looks up the pieces of an order: the newest measured revision of each one's recording. */
export async function findPieces(deps: PipelineDeps, order: RenderOrder): Promise<FoundPieces> {
  const intro = await findPiece(deps, order.intro);
  const outro = await findPiece(deps, order.outro);
  const missing = [
    ...(order.intro && !intro.input ? ['intro'] : []),
    ...(order.outro && !outro.input ? ['outro'] : []),
  ];
  return {
    order: { ...order, intro: intro.stored, outro: outro.stored },
    intro: intro.input,
    outro: outro.input,
    notes: missing.map((piece) => ({ code: 'PIECE_MISSING', params: { piece } })),
    isWaiting: intro.isWaiting || outro.isWaiting,
  };
}

interface Found {
  readonly stored: StoredPiece | null;
  readonly input: PieceInput | null;
  readonly isWaiting: boolean;
}

const none: Found = { stored: null, input: null, isWaiting: false };

async function findPiece(deps: PipelineDeps, piece: OrderPiece | null): Promise<Found> {
  if (!piece) return none;
  const { recordingId, fadeInMs, fadeOutMs } = piece;
  const { manager } = deps.dataSource;
  const measured = await findMeasured(manager, recordingId);
  const analysis = measured && (await readAnalysis(deps.storage, measured.analysisKey));
  if (measured && analysis && (await deps.storage.exists(measured.originalKey!))) {
    const stored = { ...piece, revisionId: measured.id };
    return { stored, input: { analysis, fadeInMs, fadeOutMs }, isWaiting: false };
  }
  const newest = await manager.findOne(Revision, { where: { recordingId }, order: { number: 'desc' } });
  return { ...none, isWaiting: newest !== null && isOpen(newest) };
}

function findMeasured(manager: EntityManager, recordingId: string): Promise<Revision | null> {
  return manager.findOne(Revision, { where: { recordingId, analysisKey: Not(IsNull()) }, order: { number: 'desc' } });
}

/** The rows behind the timeline of a planned revision; null when one of them has gone since. */
export async function findSources(
  { dataSource, storage }: PipelineDeps,
  revision: Revision,
  { intro, outro }: Pick<StoredOrder, 'intro' | 'outro'>,
): Promise<Partial<Record<'recording' | 'intro' | 'outro', Revision>> | null> {
  const sources: Partial<Record<'recording' | 'intro' | 'outro', Revision>> = { recording: revision };
  for (const [name, piece] of [
    ['intro', intro],
    ['outro', outro],
  ] as const) {
    if (!piece) continue;
    const row = await dataSource.manager.findOneBy(Revision, { id: piece.revisionId });
    if (!row || !(await storage.exists(row.originalKey!))) return null;
    sources[name] = row;
  }
  return sources;
}
