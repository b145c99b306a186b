import { type Actor, Invalid, isId, newId, NotFound } from '#libs/kernel';
import { Recording, Upload, type WorkState } from '#libs/media';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { requireChangeShow, requireSeeShow } from '../show/show.policy.js';
import { loadShow, lockShow } from '../show/shows.service.js';
import { Piece } from './piece.entity.js';
import type { PieceView } from './piece.view.js';
import { cleanPiece, findPieceProblems, type PieceForm } from './sound-form.plan.js';

/** The library of a show: jingles, intros and outros, each a recording of its own. */
export class PiecesService {
  constructor(private readonly db: DataSource) {}

  /** In the order of their names. */
  async list(actor: Actor, showId: string): Promise<PieceView[]> {
    requireSeeShow(actor, showId);
    await loadShow(this.db.manager, showId);
    return readPieceViews(this.db.manager, showId);
  }

  /** @throws NotFound */
  async get(actor: Actor, showId: string, pieceId: string): Promise<PieceView> {
    const found = (await this.list(actor, showId)).find(({ id }) => id === pieceId);
    if (!found) throw new NotFound('This piece');
    return found;
  }

  /** Makes a piece of an upload that was announced as one. @throws Invalid, Forbidden, NotFound */
  async create(actor: Actor, showId: string, { uploadId, ...form }: PieceForm & { uploadId: string }): Promise<string> {
    requireChangeShow(actor, showId);
    const clean = cleanPiece(form);
    refuse(findPieceProblems(clean));
    return this.db.transaction(async (manager) => {
      await lockShow(manager, showId);
      const recordingId = await findRecording(manager, showId, uploadId);
      if (!recordingId) throw new Invalid([{ path: 'uploadId', message: 'error.field.sound.upload' }]);
      const id = newId();
      await manager.insert(Piece, { id, showId, recordingId, ...clean });
      return id;
    });
  }

  async update(actor: Actor, showId: string, pieceId: string, form: Partial<PieceForm>): Promise<void> {
    requireChangeShow(actor, showId);
    const clean = cleanPiece(form);
    refuse(findPieceProblems(clean));
    await loadShow(this.db.manager, showId);
    const where = { id: toId(pieceId), showId, deletedAt: IsNull() };
    if (!(await this.db.manager.existsBy(Piece, where))) throw new NotFound('This piece');
    if (Object.keys(clean).length) await this.db.manager.update(Piece, where, clean);
  }

  /**
   * Takes a piece from the library. What was made with it keeps it, and its licence line; what is made from now on goes
   * without, and no settings choose it any more.
   */
  async delete(actor: Actor, showId: string, pieceId: string): Promise<void> {
    requireChangeShow(actor, showId);
    await this.db.transaction(async (manager) => {
      await lockShow(manager, showId);
      const where = { id: toId(pieceId), showId, deletedAt: IsNull() };
      const { affected } = await manager.update(Piece, where, { deletedAt: () => 'now()' });
      if (!affected) throw new NotFound('This piece');
      await unchoose(manager, showId, pieceId);
    });
  }
}

/** Settings that name a deleted piece would be refused when anything else in them is saved. */
async function unchoose(manager: EntityManager, showId: string, pieceId: string): Promise<void> {
  for (const field of ['introId', 'outroId']) {
    await manager.query(
      `update shows set sound = jsonb_set(sound, array[$3], 'null'), sound_version = sound_version + 1
       where id = $1 and sound->>$3 = $2`,
      [showId, pieceId, field],
    );
    await manager.query(
      `update episodes set sound = jsonb_set(sound, array['own', $3], 'null'), sound_version = sound_version + 1
       where show_id = $1 and sound->'own'->>$3 = $2`,
      [showId, pieceId, field],
    );
  }
}

/** The show's pieces that are not deleted, by name. */
export async function readPieceViews(manager: EntityManager, showId: string): Promise<PieceView[]> {
  const rows: (Omit<PieceView, 'state'> & { state: WorkState | null })[] = await manager.query(
    `select p.id, p.name, p.licence, p.recording_id as "recordingId", newest.state, newest.duration_ms as "durationMs",
       done.id as "revisionId"
     from pieces p
     left join lateral (select state, duration_ms from revisions where recording_id = p.recording_id
       order by number desc limit 1) newest on true
     left join lateral (select id from revisions where recording_id = p.recording_id and state = 'done'
       order by number desc limit 1) done on true
     where p.show_id = $1 and p.deleted_at is null order by lower(p.name), p.id`,
    [showId],
  );
  return rows.map((row) => ({ ...row, state: row.state ?? 'waiting' }));
}

/** The recording of an upload of this show that was sent as a piece and is none yet. */
async function findRecording(manager: EntityManager, showId: string, uploadId: string): Promise<string | null> {
  const upload = isId(uploadId) ? await manager.findOneBy(Upload, { id: uploadId, scope: showId }) : null;
  if (!upload?.recordingId || upload.purpose !== 'piece' || upload.state === 'refused') return null;
  const isOurs = await manager.existsBy(Recording, { id: upload.recordingId, scope: showId });
  const isTaken = await manager.existsBy(Piece, { recordingId: upload.recordingId });
  return isOurs && !isTaken ? upload.recordingId : null;
}

function toId(id: string): string {
  if (!isId(id)) throw new NotFound('This piece');
  return id;
}

function refuse(problems: Invalid['fields']): void {
  if (problems.length) throw new Invalid(problems);
}
