import { HighlightsQuery } from '#libs/catalog';
import { type Ffmpeg, makeAudioClip, makeVideoClip, readClipPeaks } from '#libs/ffmpeg';
import { EstradeError } from '#libs/kernel';
import type { WorkFolders } from '#libs/media';
import type { JobRun, PayloadOf } from '#libs/queue';
import type { Storage } from '#libs/storage';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { clipShapes, type ClipShape } from '../card/clip-background.plan.js';
import { KitPieces, type PieceMade, versionOf } from '../kit/kit-pieces.js';
import { PieceOfKit } from '../kit/piece-of-kit.entity.js';
import { wordsOf } from '../kit/words-of.plan.js';
import { type ClipInput, clipInput } from './clip-input.js';
import type { makeClip } from './clip.jobs.js';
import { drawClip } from './draw-clip.js';
import { toSrt, toVtt } from './subtitles.plan.js';

export interface MakeClipDeps {
  dataSource: DataSource;
  storage: Storage;
  ffmpeg: Ffmpeg;
  folders: Pick<WorkFolders, 'use'>;
}

/** A clip and its stills need less than this; the rest is the house's reserve. */
const leastFreeBytes = 300 * 1024 ** 2;

/** Makes one file of a clip from what its row says. What nobody approves any more is not made. */
export function makeMakeClip(deps: MakeClipDeps): (order: PayloadOf<typeof makeClip>, run: JobRun) => Promise<void> {
  const { dataSource, storage } = deps;
  return async ({ pieceId, inputHash }, run) => {
    const piece = await dataSource.getRepository(PieceOfKit).findOneBy({ id: pieceId, inputHash });
    if (!piece || piece.state === 'ready') return;
    if (!(await new HighlightsQuery(dataSource).isApproved(piece.itemId, wordsOf(piece)))) return;
    await dataSource.getRepository(PieceOfKit).update({ id: pieceId, inputHash }, { state: 'making' });
    const made = await makeOrTell(deps, piece, run);
    if (!made) return;
    const isWanted = await dataSource.transaction((manager) => KitPieces.ready(manager, piece, made));
    if (!isWanted) await storage.delete(made.key);
  };
}

/** Undefined when no further try would help: the row says why. */
async function makeOrTell(deps: MakeClipDeps, piece: PieceOfKit, run: JobRun): Promise<PieceMade | undefined> {
  const fail = async (reason: string) => {
    await deps.dataSource.transaction((manager) => KitPieces.failed(manager, piece, reason));
    return undefined;
  };
  const free = await deps.storage.freeBytes();
  if (free !== undefined && free < leastFreeBytes) return fail('error.clip.disk');
  try {
    return await make(deps, piece, run.signal);
  } catch (error) {
    if (run.signal.aborted) throw error;
    const isOurs = error instanceof EstradeError;
    if (isOurs && error.code === 'DISK_FULL') return fail('error.clip.disk');
    if (isOurs && error.status < 500) return fail('error.clip.sound');
    if (run.isLastTry) await fail('error.clip.render');
    throw error;
  }
}

async function make(deps: MakeClipDeps, piece: PieceOfKit, signal: AbortSignal): Promise<PieceMade> {
  const { storage } = deps;
  const input = clipInput.parse(piece.input);
  const keyOf = (extension: string) => `clip/${piece.id}-${versionOf(piece)}.${extension}`;
  if (piece.kind === 'clip-srt' || piece.kind === 'clip-vtt') {
    const isSrt = piece.kind === 'clip-srt';
    const bytes = Buffer.from((isSrt ? toSrt : toVtt)(input.cues));
    const key = keyOf(isSrt ? 'srt' : 'vtt');
    await storage.put(key, bytes);
    return { key, mime: isSrt ? 'application/x-subrip' : 'text/vtt', bytes: bytes.length };
  }
  return deps.folders.use(`clip-${piece.id}`, (folder) =>
    storage.withLocalFile(input.source.key, async (source) => {
      const isSound = piece.kind === 'clip-audio';
      const output = join(folder, isSound ? 'clip.mp3' : 'clip.mp4');
      const range = { source, startMs: input.startMs, endMs: input.endMs };
      if (isSound) await makeAudioClip(deps.ffmpeg, range, output, { signal });
      else await film(deps, input, piece.shape as ClipShape, { ...range, folder, output, signal });
      return store(storage, output, keyOf(isSound ? 'mp3' : 'mp4'), isSound ? undefined : (piece.shape as ClipShape));
    }),
  );
}

async function film(
  { ffmpeg, storage }: MakeClipDeps,
  input: ClipInput,
  shape: ClipShape,
  {
    output,
    signal,
    ...range
  }: { source: string; startMs: number; endMs: number; folder: string; output: string; signal: AbortSignal },
): Promise<void> {
  if (!input.content) throw new Error('A film of a clip has nothing to draw.');
  const peaks = input.source.isFilm ? [] : await readClipPeaks(ffmpeg, range, range.folder, { signal });
  const content = { ...input.content, peaks };
  const drawn = await drawClip({ ...input, content }, shape, { folder: range.folder, storage });
  await makeVideoClip(ffmpeg, { ...range, ...drawn }, output, { signal });
}

async function store(storage: Storage, file: string, key: string, shape: ClipShape | undefined): Promise<PieceMade> {
  await storage.putFile(key, file);
  const bytes = (await storage.stat(key))?.bytes ?? 0;
  return { key, bytes, mime: shape ? 'video/mp4' : 'audio/mpeg', ...(shape && clipShapes[shape]) };
}
