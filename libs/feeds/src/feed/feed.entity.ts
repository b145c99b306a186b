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

  @Column('integer', { default: 0 })
  wantedVersion: number;

  @Column('integer', { default: 0 })
  builtVersion: number;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
