import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How often an app asked for a feed on one day (UTC). No address and no name of a device is kept anywhere. */
@Entity('feed_fetches')
export class FeedFetch {
  @ForeignKey('Feed', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  feedId: string;

  @PrimaryColumn('date')
  day: string;

  /** From the list of `app.plan.ts`. */
  @PrimaryColumn('text')
  app: string;

  /** Answered with the bytes. */
  @Column('integer', { default: 0 })
  ok: number;

  /** Answered 304: the app had them already. */
  @Column('integer', { default: 0 })
  unchanged: number;

  /** Any other answer, also a look at the head only. */
  @Column('integer', { default: 0 })
  other: number;

  /** Bodies sent, as packed. A sum may pass 2^31, so it is read as a text. */
  @Column('bigint', { default: 0 })
  bytes: string;
}
