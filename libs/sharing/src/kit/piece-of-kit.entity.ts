import { Check, Column, CreateDateColumn, Entity, Index, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** Whose piece it is: a card of the site, a show, an event, an episode, a person or a tag; `link`: of one guest's kit. */
export type PieceSubject = 'site' | 'show' | 'event' | 'episode' | 'person' | 'tag' | 'link';
export type PieceState = 'wanted' | 'making' | 'ready' | 'failed';

/** Stands for no quote and no clip in `itemId`. */
export const noItem = '00000000-0000-0000-0000-000000000000';

/**
 * One file to share: a card, a clip, a code, an archive. The same input has the same `inputHash`, and the same hash
 * the same bytes (`ux:K-11`); a changed input is a new file under a new key.
 */
@Entity('pieces_of_kit')
@Index(['subject', 'subjectId', 'kind', 'shape', 'lang', 'itemId'], { unique: true })
@Check('ck_pieces_of_kit_state', `state in ('wanted', 'making', 'ready', 'failed')`)
@Check('ck_pieces_of_kit_subject', `subject in ('site', 'show', 'event', 'episode', 'person', 'tag', 'link')`)
export class PieceOfKit {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  subject: PieceSubject;

  @Column('uuid')
  subjectId: string;

  /** `card`, `quote`, `clip`, `clip-clean`, `clip-audio`, `photo`, `qr`, `signature`, `slide`, `zip` … */
  @Column('text')
  kind: string;

  /** `wide`, `square`, `portrait`, `story`; empty where there is one only. */
  @Column('text', { default: '' })
  shape: string;

  @Column('text', { default: '' })
  lang: string;

  /** The quote or clip it is made of, or `noItem`. */
  @Column('uuid', { default: noItem })
  itemId: string;

  /** All that it is made of; the same input is the same file. */
  @Column('jsonb', { default: {} })
  input: Record<string, unknown>;

  @Column('text')
  inputHash: string;

  @Column('text', { default: 'wanted' })
  state: PieceState;

  /** Storage key of the bytes, once ready; the one before stays until then. */
  @Column('text', { nullable: true })
  key: string | null;

  @Column('text', { default: '' })
  fileName: string;

  @Column('text', { default: '' })
  mime: string;

  @Column('bigint', { default: 0, transformer: { to: (n: number) => n, from: (s: string) => Number(s) } })
  bytes: number;

  /** Pixels; 0 for what is no picture. */
  @Column('integer', { default: 0 })
  width: number;

  @Column('integer', { default: 0 })
  height: number;

  @Column('text', { default: '' })
  alt: string;

  /** One sentence's key in the catalogue, for a producer; empty: nothing is wrong. */
  @Column('text', { default: '' })
  error: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
