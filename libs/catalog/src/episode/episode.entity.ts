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
import { EpisodeCopy } from './episode-copy.entity.js';

export type EpisodeState = 'draft' | 'scheduled' | 'published' | 'withdrawn';

/**
 * One item of a show: who it is and where it stands. What it says is in its two copies: the working copy,
 * which editing touches, and the released copy, which pages and feeds read. With an event it is a talk.
 */
@Entity('episodes')
@Check('ck_episodes_state', `state in ('draft', 'scheduled', 'published', 'withdrawn')`)
@Index(['showId', 'state', 'publishedAt'])
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

  @Column('timestamptz', { nullable: true })
  deletedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  purgedAt: Date | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
