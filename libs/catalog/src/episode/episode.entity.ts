import { Recording } from '#libs/media';
import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  ForeignKey,
  Index,
  OneToMany,
  PrimaryColumn,
  type Relation,
  UpdateDateColumn,
} from 'typeorm';
import { Event } from '../event/event.entity.js';
import { Show } from '../show/show.entity.js';
import type { EpisodeSoundSettings } from '../sound/sound-settings.plan.js';
import { EpisodeCopy, type FieldGroup } from './episode-copy.entity.js';

export type EpisodeState = 'draft' | 'scheduled' | 'published' | 'withdrawn';

/** `versions`: the working copy's when the revision was attached; null before. Anything saved since then keeps it from going out. */
export interface ReleaseWith {
  revisionId: string;
  versions: Record<FieldGroup, number> | null;
}

/**
 * One item of a show: who it is and where it stands. What it says is in its two copies: the working copy,
 * which editing touches, and the released copy, which pages and feeds read. With an event it is a talk.
 */
@Entity('episodes')
@Check('ck_episodes_state', `state in ('draft', 'scheduled', 'published', 'withdrawn')`)
@Index(['showId', 'state', 'publishedAt'])
@Index('ix_episodes_newest', { synchronize: false })
export class Episode {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Show, { onDelete: 'CASCADE' })
  @Column('uuid')
  showId: string;

  @Index()
  @ForeignKey(() => Event, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  eventId: string | null;

  /** A random UUID, or the imported string byte for byte; never changes (`feed:I07`). */
  @Column('text')
  guid: string;

  @Index()
  @ForeignKey(() => Recording, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  recordingId: string | null;

  @Column('text', { default: 'draft' })
  state: EpisodeState;

  /** The instant of release; kept when unpublished and published again. */
  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  @Index()
  @Column('timestamptz', { nullable: true })
  scheduledAt: Date | null;

  /** What the producer typed, `2026-05-12T07:00`, in `scheduledZone`: the zone's rules may change before then. */
  @Column('text', { nullable: true })
  scheduledLocal: string | null;

  @Column('text', { nullable: true })
  scheduledZone: string | null;

  @OneToMany(() => EpisodeCopy, (copy) => copy.episode, { cascade: true })
  copies: Relation<EpisodeCopy[]>;

  /** The working copy has changes that the released one lacks. */
  @Column('boolean', { default: false })
  hasUnreleasedChanges: boolean;

  /** Its page says before the release who speaks, and when (`ux:K-15`); never what is said. */
  @Column('boolean', { default: false })
  isAnnounced: boolean;

  /** Withdrawn because the law wants it: its address answers 451 (RFC 7725) instead of 410. */
  @Column('boolean', { default: false })
  isWithdrawnByLaw: boolean;

  /** What is wanted of its sound beside or instead of the show's; empty: nothing. */
  @Column('jsonb', { default: {} })
  sound: Partial<EpisodeSoundSettings>;

  /** Version of `sound`, for stale saves. */
  @Column('integer', { default: 1 })
  soundVersion: number;

  /** A revision that is to be released by itself when it is ready, if nothing else waits for *Update*. */
  @Column('jsonb', { nullable: true })
  releaseWith: ReleaseWith | null;

  /** Up to when the beginnings and ends of its windows have been told: each is, once. */
  @Column('timestamptz', { nullable: true })
  windowsToldAt: Date | null;

  @Column('timestamptz', { nullable: true })
  deletedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  purgedAt: Date | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
