import { announce, notify } from '#libs/database';
import { newId } from '#libs/kernel';
import { createHash } from 'node:crypto';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { losesFace } from './faces.plan.js';
import { noItem, PieceOfKit, type PieceSubject } from './piece-of-kit.entity.js';
import { makePiece } from './piece.jobs.js';

/** A piece that a subject is to have. The same `input` and `alt` are the same file. */
export interface PieceWish {
  kind: string;
  shape?: string;
  lang?: string;
  itemId?: string;
  input: Record<string, unknown>;
  /** ASCII, with its ending; the name that it is downloaded under. Empty for what only pages show. */
  fileName?: string;
  alt?: string;
}

export interface PieceMade {
  key: string;
  mime: string;
  bytes: number;
  width?: number;
  height?: number;
}

type Subject = Pick<PieceOfKit, 'subject' | 'subjectId'>;

/** Clips take minutes of an encoder and have a job of their own. */
const jobOf = (kind: string) => (kind.startsWith('clip') ? 'sharing.clip' : makePiece.name);

/** The pieces of subjects: wanted, made, and found. */
export class KitPieces {
  constructor(private readonly db: DataSource | EntityManager) {}

  /**
   * Makes the pieces of a subject, of these kinds, exactly those that are wished: what is new or different is wanted and
   * ordered, what is no longer wished goes with its file. What is ready stays in use until its successor is there, unless
   * it shows a photograph that was taken away.
   * Answers whether anything is different now. `isBulk`: nobody waits for it.
   */
  static async settle(
    manager: EntityManager,
    { subject, subjectId }: Subject,
    kinds: readonly string[],
    wishes: readonly PieceWish[],
    isBulk = false,
  ): Promise<boolean> {
    await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${subject} ${subjectId}`]);
    const rows = await manager.findBy(PieceOfKit, { subject, subjectId, kind: In([...kinds]) });
    const left = new Map(rows.map((row) => [placeOf(row), row]));
    let isOther = false;
    for (const wish of wishes) {
      const place = placeOf(wish);
      const known = left.get(place);
      left.delete(place);
      isOther = (await wantPiece(manager, { subject, subjectId }, wish, known, isBulk)) || isOther;
    }
    for (const row of left.values()) await removePiece(manager, row);
    return isOther || left.size > 0;
  }

  /** Wants one piece, whatever else its subject has. */
  static async want(manager: EntityManager, subject: Subject, wish: PieceWish): Promise<void> {
    const { kind, shape = '', lang = '', itemId = noItem } = wish;
    await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `${subject.subject} ${subject.subjectId}`,
    ]);
    const known = await manager.findOneBy(PieceOfKit, { ...subject, kind, shape, lang, itemId });
    await wantPiece(manager, subject, wish, known ?? undefined);
  }

  /** Writes down a finished file; false when another one is wanted by now: the caller removes it. */
  static async ready(manager: EntityManager, { id, inputHash }: PieceOfKit, made: PieceMade): Promise<boolean> {
    const piece = await manager.findOne(PieceOfKit, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (piece?.inputHash !== inputHash) return false;
    const { key, mime, bytes, width = 0, height = 0 } = made;
    const fileName = withEndingOf(piece.fileName, key);
    const file = { key, mime, bytes, width, height, fileName };
    await manager.update(PieceOfKit, { id }, { ...file, state: 'ready', error: '' });
    if (piece.key && piece.key !== key) await dropFile(manager, piece.key);
    await notify(manager, 'estrade_pages', { pieceId: id });
    return true;
  }

  /** It cannot be made as it is wanted; what stood there before shows something else and goes. `error`: a message key. */
  static async failed(manager: EntityManager, { id, inputHash }: Pick<PieceOfKit, 'id' | 'inputHash'>, error: string) {
    const piece = await manager.findOneBy(PieceOfKit, { id, inputHash });
    if (!piece) return;
    await manager.update(PieceOfKit, { id, inputHash }, { state: 'failed', error, key: null });
    if (piece.key) await dropFile(manager, piece.key);
    await notify(manager, 'estrade_pages', { pieceId: id });
  }

  async ofSubject(subject: PieceSubject, subjectId: string): Promise<PieceOfKit[]> {
    const order = { kind: 'ASC', lang: 'ASC', shape: 'ASC', itemId: 'ASC' } as const;
    return this.db.getRepository(PieceOfKit).find({ where: { subject, subjectId }, order });
  }

  /** All pieces of one guest's kit, in whatever state: its own, and the clips in which the guest is heard. */
  async ofLink(linkId: string): Promise<PieceOfKit[]> {
    const own = await this.ofSubject('link', linkId);
    const clips: { id: string }[] = await this.db.query(
      `select p.id from guest_links l join clips c on c.episode_id = l.episode_id and l.person_id = any(c.person_ids)
       join pieces_of_kit p on p.subject = 'episode' and p.subject_id = l.episode_id and p.item_id = c.id and p.kind like 'clip%'
       where l.id = $1 order by c.position, c.start_ms, p.kind, p.lang, p.shape`,
      [linkId],
    );
    const found = await this.db.getRepository(PieceOfKit).findBy({ id: In(clips.map(({ id }) => id)) });
    const byId = new Map(found.map((piece) => [piece.id, piece]));
    return [...own, ...clips.flatMap(({ id }) => byId.get(id) ?? [])];
  }

  async byId(id: string): Promise<PieceOfKit | undefined> {
    return (await this.db.getRepository(PieceOfKit).findOneBy({ id })) ?? undefined;
  }
}

/** What tells the bytes of a piece apart in its address: another input has another. */
export function versionOf({ inputHash }: Pick<PieceOfKit, 'inputHash'>): string {
  return inputHash.slice(0, 12);
}

/** What made it fail may be over by now: the next look at its subject orders it again. */
export const notMade = 'card.error.failed';

function placeOf({ kind, shape = '', lang = '', itemId = noItem }: PieceWish): string {
  return [kind, shape, lang, itemId].join(' ');
}

async function wantPiece(
  manager: EntityManager,
  subject: Subject,
  { kind, shape = '', lang = '', itemId = noItem, input, fileName = '', alt = '' }: PieceWish,
  known: PieceOfKit | undefined,
  isBulk = false,
): Promise<boolean> {
  const inputHash = createHash('sha256')
    .update(JSON.stringify([kind, shape, lang, input, alt]))
    .digest('hex');
  if (known?.inputHash === inputHash && known.error !== notMade) {
    const named = known.key ? withEndingOf(fileName, known.key) : fileName;
    if (known.fileName !== named) await manager.update(PieceOfKit, { id: known.id }, { fileName: named });
    return false;
  }
  const id = known?.id ?? newId();
  // A face that was taken away is not shown until somebody has time to draw another picture.
  const isFaceGone = known?.key != null && losesFace(kind, known.input, input);
  if (isFaceGone) await dropFile(manager, known.key!);
  const wanted = { state: 'wanted' as const, input: input as object, inputHash, fileName, alt, error: '' };
  if (known) await manager.update(PieceOfKit, { id }, { ...wanted, ...(isFaceGone && { key: null }) });
  else await manager.insert(PieceOfKit, { id, ...subject, kind, shape, lang, itemId, ...wanted });
  await announce(manager, jobOf(kind), { pieceId: id, inputHash, ...(isBulk && { isBulk }) });
  return true;
}

async function removePiece(manager: EntityManager, { id, key }: PieceOfKit): Promise<void> {
  await manager.delete(PieceOfKit, { id });
  if (key) await dropFile(manager, key);
  await notify(manager, 'estrade_pages', { pieceId: id });
}

/** A card is a PNG, or a JPEG where that was too large: the name ends as the file does. */
function withEndingOf(fileName: string, key: string): string {
  return fileName && fileName.replace(/\.\w+$/, key.slice(key.lastIndexOf('.')));
}

async function dropFile(manager: EntityManager, key: string): Promise<void> {
  await announce(manager, 'sharing.drop', { key });
}
