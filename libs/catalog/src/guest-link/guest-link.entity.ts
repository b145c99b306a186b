import type { Region } from '#libs/kernel';
import { Person } from '#libs/people';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import { Episode } from '../episode/episode.entity.js';

/** Where an appearance stands with its guest (`ux` 2.2); what the episode itself is, draft to released, is its own state. */
export type GuestState =
  'invited' | 'filled' | 'proposed' | 'reviewing' | 'approved' | 'silent' | 'declined' | 'withdrawn';

/** What a guest may agree to, one by one; `training`: of machines (`ux:G-03`). */
export const consentUses = ['publish', 'clips', 'quotes', 'transcript', 'translation', 'training'] as const;
export type ConsentUse = (typeof consentUses)[number];

/**
 * One guest's way in to one appearance: no account, one secret address for its whole life (`ux:K-03`). The secret is
 * derived from the instance's SECRET, this id and `secretNumber`, so that it can be shown again and is stored nowhere.
 */
@Entity('guest_links')
@Index(['episodeId', 'personId'], { unique: true })
@Check(
  'ck_guest_links_state',
  `state in ('invited', 'filled', 'proposed', 'reviewing', 'approved', 'silent', 'declined', 'withdrawn')`,
)
@Check('ck_guest_links_silence_rule', `silence_rule in ('unused', 'asis')`)
@Check('ck_guest_links_kit_mail', `kit_mail in ('auto', 'never')`)
export class GuestLink {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Episode, { onDelete: 'CASCADE' })
  @Column('uuid')
  episodeId: string;

  @Index()
  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  @Column('uuid')
  personId: string;

  /** A new number is a new secret, and the end of the old one. */
  @Column('integer', { default: 1 })
  secretNumber: number;

  @Index({ unique: true })
  @Column('text')
  secretHash: string;

  /** 0: the guest has made no link for others. */
  @Column('integer', { default: 0 })
  teamNumber: number;

  /** Of the link for an assistant or a communications team: downloads and copies, nothing else (`ux:K-05`). */
  @Index({ unique: true })
  @Column('text', { nullable: true })
  teamHash: string | null;

  /** Four to six characters without look-alikes: the guest's `?via=` (`ux:K-13`). */
  @Index({ unique: true })
  @Column('text')
  via: string;

  /** Whether the guest's texts carry `via` (`ux:K-14`). */
  @Column('boolean', { default: true })
  countsVia: boolean;

  @Column('text', { default: 'invited' })
  state: GuestState;

  @Column('timestamptz')
  stateAt: Date;

  /** Where mails go; never on a page, in a feed or in an answer to visitors (`abuse:A56`). */
  @Column('text', { default: '' })
  email: string;

  /** The language of kit and mails, with its regional form (`ux:K-06`). */
  @Column('text')
  locale: Region;

  @Column('text')
  timeZone: string;

  /** What the guest last agreed to; each change is kept with its receipt. */
  @Column('jsonb', { default: {} })
  consents: Partial<Record<ConsentUse, boolean>>;

  /** Until when quotes and clips wait for an answer; null: nothing was asked. */
  @Column('timestamptz', { nullable: true })
  deadlineAt: Date | null;

  /** When the one reminder before that was due (`ux:K-21`). */
  @Column('timestamptz', { nullable: true })
  remindedAt: Date | null;

  /** When all quotes and clips had their answer, from the guest or from the rule; null: some are open, or none was asked. */
  @Column('timestamptz', { nullable: true })
  settledAt: Date | null;

  /** What silence means (`ux:K-21`). */
  @Column('text', { default: 'unused' })
  silenceRule: 'unused' | 'asis';

  /** Whether the kit is sent by itself a day before the release. */
  @Column('text', { default: 'auto' })
  kitMail: 'auto' | 'never';

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}

/** In the place of a hash that some secret has: no secret opens a link that was withdrawn. */
export function closedHash(linkId: string): string {
  return `closed ${linkId}`;
}

/** Whether the guest's address works; not after a producer withdrew it. */
export function isOpenLink({ secretHash }: Pick<GuestLink, 'secretHash'>): boolean {
  return !secretHash.startsWith('closed ');
}
