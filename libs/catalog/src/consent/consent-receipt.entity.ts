import type { Region } from '#libs/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { type ConsentUse, GuestLink } from '../guest-link/guest-link.entity.js';

/** How it was made sure that it was the guest: a code by mail, or the producer who knows them. */
export type ConsentProof = 'code' | 'producer';

/** What a guest agreed to at a moment, with the very words that were shown (`ux:G-03`). Never changed. */
@Entity('consent_receipts')
@Index(['linkId', 'at'])
@Check('ck_consent_receipts_proof', `proof in ('code', 'producer')`)
export class ConsentReceipt {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => GuestLink, { onDelete: 'CASCADE' })
  @Column('uuid')
  linkId: string;

  @Column('timestamptz')
  at: Date;

  /** All of them, as they were after this moment. */
  @Column('jsonb')
  consents: Record<ConsentUse, boolean>;

  /** What was said otherwise than before. */
  @Column('text', { array: true, default: [] })
  changed: ConsentUse[];

  @Column('text')
  locale: Region;

  /** The text in that language: one line a use, as it stood beside its switch. */
  @Column('text')
  words: string;

  @Column('text')
  proof: ConsentProof;

  @Column('uuid', { nullable: true })
  userId: string | null;

  /** When the mail with it went out; null: not yet, or there is no address. */
  @Column('timestamptz', { nullable: true })
  mailedAt: Date | null;
}
