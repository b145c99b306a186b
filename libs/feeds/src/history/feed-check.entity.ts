import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { FeedAdvice } from '../check/advice.js';
import { Feed } from '../feed/feed.entity.js';

/** The last look at a feed as it is served, and the one that is wanted. */
@Entity('feed_checks')
export class FeedCheck {
  @PrimaryColumn('uuid')
  feedId: string;

  @OneToOne(() => Feed, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'feed_id' })
  feed: Relation<Feed>;

  @Column('timestamptz')
  wantedAt: Date;

  /** Null: none has been finished yet. */
  @Column('timestamptz', { nullable: true })
  checkedAt: Date | null;

  /** Of the version that was looked at. */
  @Column('text', { default: '' })
  digest: string;

  @Column('integer', { default: 0 })
  itemCount: number;

  /** The first of what was found, blocking first. */
  @Column('jsonb', { default: [] })
  advice: FeedAdvice[];

  /** How much was found, also what was not kept. */
  @Column('integer', { default: 0 })
  adviceCount: number;
}
