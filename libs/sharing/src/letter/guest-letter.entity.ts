import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LetterKind } from './letter-kinds.js';

/** `refused`: the address takes no mail; nothing is tried again by itself. */
export type LetterState = 'due' | 'sent' | 'refused' | 'dropped';

/** One mail to one guest: the row is written once and sent once, whatever is started again (`ux` 2.11). */
@Entity('guest_letters')
@Check('ck_guest_letters_state', `state in ('due', 'sent', 'refused', 'dropped')`)
export class GuestLetter {
  @ForeignKey('GuestLink', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  linkId: string;

  @PrimaryColumn('text')
  kind: LetterKind;

  /** Tells mails of one kind apart: the deadline that a reminder is about, a day, a number; empty: the only one. */
  @PrimaryColumn('text', { default: '' })
  round: string;

  @Index()
  @Column('text', { default: 'due' })
  state: LetterState;

  /** The address it went to; a later change of the link's is another matter. */
  @Column('text', { default: '' })
  sentTo: string;

  @Column('timestamptz')
  dueAt: Date;

  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;
}
