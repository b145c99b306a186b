import { type Addresses, isReachableSql } from '#libs/catalog';
import { readRows } from '#libs/database';
import { type Clock, isId, type Language } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import { PieceOfKit, type PieceSubject } from '../kit/piece-of-kit.entity.js';

/** A picture for places where a link is shared; `url` absolute. */
export interface Card {
  url: string;
  width: number;
  height: number;
  alt: string;
}

export interface CardFile {
  key: string;
  mime: string;
  bytes: number;
  /** The last segment of its address: other bytes have another. */
  file: string;
}

/** Finds the cards of pages, and the files behind them. */
export class CardQuery {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly addresses: Addresses,
  ) {}

  /** In this language, else in another one; undefined until the first is made: the cover stands for it. */
  async of(
    subject: PieceSubject,
    subjectId: string,
    lang: Language,
    kind: 'card' | 'card-start' = 'card',
  ): Promise<Card | undefined> {
    const made = await readRows(this.db, PieceOfKit, {
      where: `subject = $1 and subject_id = $2 and kind = $3 and shape = 'wide' and key is not null`,
      parameters: [subject, subjectId, kind],
      order: 'lang',
    });
    const card = made.find((row) => row.lang === lang) ?? made[0];
    if (!card) return undefined;
    const { id, key, width, height, alt } = card;
    return { url: this.addresses.card(id, fileOf(id, key!)), width, height, alt };
  }

  /** The file of a card whose subject can be seen now (`abuse:A31`); a guest's own pieces are not reached here. */
  async file(pieceId: string): Promise<CardFile | undefined> {
    if (!isId(pieceId)) return undefined;
    const rows: { key: string; mime: string; bytes: string }[] = await this.db.query(
      `select p.key, p.mime, p.bytes from pieces_of_kit p where p.id = $2 and p.key is not null and p.kind like 'card%'
       and case p.subject ${isSeen} else false end`,
      [this.clock.now(), pieceId],
    );
    const row = rows[0];
    return row && { ...row, bytes: Number(row.bytes), file: fileOf(pieceId, row.key) };
  }
}

const isSeen = `
  when 'site' then true
  when 'tag' then true
  when 'show' then exists (select 1 from shows s where s.id = p.subject_id and s.deleted_at is null and s.purged_at is null)
  when 'event' then exists (select 1 from events v join shows s on s.id = v.show_id and s.deleted_at is null and s.purged_at is null
    where v.id = p.subject_id and v.deleted_at is null)
  when 'person' then exists (select 1 from persons x where x.id = p.subject_id and x.merged_into is null)
  when 'episode' then exists (select 1 from episodes e
    join shows s on s.id = e.show_id and s.deleted_at is null and s.purged_at is null
    left join episode_copies c on c.episode_id = e.id and c.kind = 'released'
    where e.id = p.subject_id and e.deleted_at is null and e.purged_at is null
      and ((e.state = 'published' and ${isReachableSql('c', '$1')}) or (e.state <> 'published' and e.state <> 'withdrawn' and e.is_announced)))`;

/** `card/<id>-<version>.png` is served as `<version>.png`. */
function fileOf(id: string, key: string): string {
  return key.slice(key.indexOf(id) + id.length + 1);
}
