import { Person } from '#libs/people';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Episode } from '../episode/episode.entity.js';
import { GuestLink } from '../guest-link/guest-link.entity.js';
import type { CorrectionBody } from './correction.plan.js';

/**
 * What a correction is about: a passage of the sound or its texts (`ux:G-11`), title and employer after the release
 * (`ux:K-25`), or consents of a guest whom no mail reaches, which the producer confirms in their place (`ux:K-04`).
 */
export type CorrectionKind = 'moment' | 'affiliation' | 'consent';
export type CorrectionState = 'open' | 'accepted' | 'refused';

/** Something that a guest asks for and a producer decides, with what was said on both sides. */
@Entity('corrections')
@Index(['episodeId', 'state'])
@Check('ck_corrections_kind', `kind in ('moment', 'affiliation', 'consent')`)
@Check('ck_corrections_state', `state in ('open', 'accepted', 'refused')`)
export class Correction {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Episode, { onDelete: 'CASCADE' })
  @Column('uuid')
  episodeId: string;

  @Index()
  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  @Column('uuid')
  personId: string;

  @Index()
  @ForeignKey(() => GuestLink, { onDelete: 'CASCADE' })
  @Column('uuid')
  linkId: string;

  @Column('text')
  kind: CorrectionKind;

  @Column('jsonb')
  body: CorrectionBody;

  @Column('text', { default: 'open' })
  state: CorrectionState;

  @Column('timestamptz')
  askedAt: Date;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  /** What the producer answers the guest. */
  @Column('text', { default: '' })
  answer: string;

  /** Whether the page says, with the date, that something was corrected. */
  @Column('boolean', { default: false })
  isNoted: boolean;

  /** What the page says of it, per language; empty: only that, and when. */
  @Column('jsonb', { default: [] })
  notes: { lang: string; text: string }[];

  @Column('timestamptz', { nullable: true })
  mailedAt: Date | null;
}
