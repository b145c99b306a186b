import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Who has which bytes of a feed: an app that has been given them, or has said that it has them (304). */
@Entity('feed_version_fetches')
export class FeedVersionFetch {
  @ForeignKey('FeedVersion', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  versionId: string;

  @PrimaryColumn('text')
  app: string;

  @Column('timestamptz')
  firstAt: Date;

  @Column('integer', { default: 0 })
  count: number;
}
