import type { OrderPiece, RenderOrder } from '#libs/media';
import { type EntityManager, In, IsNull } from 'typeorm';
import type { Episode } from '../episode/episode.entity.js';
import type { Show } from '../show/show.entity.js';
import { Piece } from './piece.entity.js';
import { readSettings, type SoundDefaults, toEffective, toSoundOrder } from './sound-settings.plan.js';

/** The part of a render order that is about sound. */
export type SoundWish = Pick<RenderOrder, 'sound' | 'intro' | 'outro' | 'outputs'>;

/** Long enough that music ends rather than stops, short enough that no spoken word is lost. */
const introFades = { fadeInMs: 20, fadeOutMs: 800 };
const outroFades = { fadeInMs: 400, fadeOutMs: 1_500 };

/** What is wanted of an episode's sound by now. */
export async function readSoundWish(
  manager: EntityManager,
  show: Pick<Show, 'sound'>,
  episode: Pick<Episode, 'sound'> & { recordingId: string },
): Promise<SoundWish> {
  const effective = toEffective(show.sound, episode.sound.own);
  const pieces = await readPieces(manager, [effective]);
  const original = (await readOriginals(manager, [episode.recordingId])).get(episode.recordingId);
  return toSoundWish(show, episode, pieces, original ?? null);
}

/** As `readSoundWish`, from what was read for many episodes at once. */
export function toSoundWish(
  show: Pick<Show, 'sound'>,
  { sound }: Pick<Episode, 'sound'>,
  pieces: ReadonlyMap<string, Piece>,
  originalKey: string | null,
): SoundWish {
  const effective = toEffective(show.sound, sound.own);
  return {
    sound: toSoundOrder(effective, readSettings(sound, originalKey)),
    intro: toPiece(pieces.get(effective.introId ?? ''), introFades),
    outro: toPiece(pieces.get(effective.outroId ?? ''), outroFades),
    outputs: effective.outputs,
  };
}

/** The pieces that these settings name and that have not been deleted. */
export async function readPieces(
  manager: EntityManager,
  settings: readonly Pick<SoundDefaults, 'introId' | 'outroId'>[],
): Promise<Map<string, Piece>> {
  const ids = new Set(settings.flatMap(({ introId, outroId }) => [introId ?? [], outroId ?? []].flat()));
  if (ids.size === 0) return new Map();
  const found = await manager.findBy(Piece, { id: In([...ids]), deletedAt: IsNull() });
  return new Map(found.map((piece) => [piece.id, piece]));
}

/** Storage key of the original that the next rendering of each recording is made from. */
export async function readOriginals(
  manager: EntityManager,
  recordingIds: readonly string[],
): Promise<Map<string, string | null>> {
  const rows: { recordingId: string; originalKey: string | null }[] = await manager.query(
    `select distinct on (recording_id) recording_id as "recordingId", original_key as "originalKey" from revisions
     where recording_id = any($1) and (state in ('waiting', 'running', 'done') or analysis_key is not null)
     order by recording_id, number desc`,
    [recordingIds],
  );
  return new Map(rows.map(({ recordingId, originalKey }) => [recordingId, originalKey]));
}

function toPiece(piece: Piece | undefined, fades: Omit<OrderPiece, 'recordingId'>): OrderPiece | null {
  return piece ? { recordingId: piece.recordingId, ...fades } : null;
}
