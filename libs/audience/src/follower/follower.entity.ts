import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What somebody may ask to be told of. */
export const followTargets = ['show', 'series', 'episode'] as const;
export type FollowTargetKind = (typeof followTargets)[number];
export type FollowerState = 'asked' | 'confirmed';

/**
 * Somebody who wants to be told by mail: of every episode of a show, of parts of a mini-series, of one release. Until it
 * is confirmed by the link in a mail nothing but that mail is sent. Who stops, or was told once, is deleted.
 */
@Entity('followers')
@Check('ck_followers_target', `target in ('show', 'series', 'episode')`)
@Check('ck_followers_state', `state in ('asked', 'confirmed')`)
@Index(['target', 'targetId', 'part', 'email'], { unique: true })
@Index(['showId', 'state'])
@Index(['email'])
export class Follower {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  target: FollowTargetKind;

  /** Of the show, the mini-series or the episode. */
  @Column('uuid')
  targetId: string;

  /** The part of a mini-series that is waited for; 0: every part, or no mini-series. */
  @Column('integer', { default: 0 })
  part: number;

  /** The show that it belongs to, whatever the target. */
  @ForeignKey('Show', { onDelete: 'CASCADE' })
  @Column('uuid')
  showId: string;

  /** Told one time, then deleted. */
  @Column('boolean')
  isOnce: boolean;

  /** In lower case. */
  @Column('text')
  email: string;

  /** `fr-CA`: the language of the mails. */
  @Column('text')
  locale: string;

  @Column('text', { default: 'asked' })
  state: FollowerState;

  /** Of the secret in the links of the mails, which is derived from the id. */
  @Index({ unique: true })
  @Column('text')
  secretHash: string;

  /** Which words of consent were read. */
  @Column('text')
  wording: string;

  /** When it was asked for the last time. */
  @Column('timestamptz')
  askedAt: Date;

  /** How often within the last day. */
  @Column('integer', { default: 1 })
  asks: number;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  /** Mails in a row that the server refused for good. */
  @Column('integer', { default: 0 })
  refusals: number;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
