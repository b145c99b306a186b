import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Feed } from './feed.entity.js';

/** The bytes of a feed as served, once for each encoding, with their validators. Written once; only a change of content makes a new one. */
@Entity('feed_versions')
@Index(['feedId', 'version', 'validFrom', 'page'], { unique: true })
@Index(['feedId', 'page', 'validFrom'])
export class FeedVersion {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  feedId: string;

  @ManyToOne(() => Feed, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'feed_id' })
  feed: Relation<Feed>;

  @Column('integer')
  version: number;

  /** From 1, the newest items; a feed that is short enough has one. */
  @Column('integer', { default: 1 })
  page: number;

  /** When these bytes begin to be served: later than they are built for a release that is planned. */
  @Column('timestamptz', { default: () => 'now()' })
  validFrom: Date;

  @Column('bytea')
  identity: Buffer;

  @Column('bytea')
  gzip: Buffer;

  @Column('bytea')
  br: Buffer;

  /** SHA-256 of the identity bytes, hexadecimal; the ETags of the encodings derive from it (`feed:H14`). */
  @Column('text')
  digest: string;

  /** When the content last changed: Last-Modified and lastBuildDate. */
  @Column('timestamptz')
  changedAt: Date;

  @Column('integer')
  itemCount: number;

  /** When the version was built that a producer put back with this one; null: built from what the show says. */
  @Column('timestamptz', { nullable: true })
  restoredFrom: Date | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
