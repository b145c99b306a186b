import { Check, Column, CreateDateColumn, Entity, Index, PrimaryColumn, UpdateDateColumn } from 'typeorm';

export type FeedKind = 'show' | 'event';

/** A feed and how far its bytes are: it is wanted in one version and built in another, and the worker closes the gap. */
@Entity('feeds')
@Index(['kind', 'subjectId'], { unique: true })
@Check('ck_feeds_kind', `kind in ('show', 'event')`)
export class Feed {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: FeedKind;

  /** The show's or the event's id. */
  @Column('uuid')
  subjectId: string;

  /** Its address without the origin, such as `/show/feed.xml`; null until its bytes exist. What the web app looks it up by. */
  @Index({ unique: true })
  @Column('text', { nullable: true })
  path: string | null;

  /** Set while its show or event is deleted: the address answers 410. */
  @Column('timestamptz', { nullable: true })
  goneAt: Date | null;

  @Column('integer', { default: 0 })
  wantedVersion: number;

  @Column('integer', { default: 0 })
  builtVersion: number;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
