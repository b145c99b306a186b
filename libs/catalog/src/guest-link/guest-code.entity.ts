import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { GuestLink } from './guest-link.entity.js';

/** The newest code that was asked for on a link. The digits are derived from it and stored nowhere (`ux:K-04`). */
@Entity('guest_codes')
export class GuestCode {
  @ForeignKey(() => GuestLink, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  linkId: string;

  @Column('timestamptz')
  askedAt: Date;

  /** Wrong ones so far; five close it. */
  @Column('integer', { default: 0 })
  tries: number;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;

  /** When the mail with it went out; null: not yet. */
  @Column('timestamptz', { nullable: true })
  mailedAt: Date | null;
}
