import {
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
import { Show } from '../show/show.entity.js';
import { EventText } from './event-text.entity.js';

/** A conference edition; it belongs to a show, and its talks are episodes of that show. */
@Entity('events')
export class Event {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => Show, { onDelete: 'CASCADE' })
  @Column('uuid')
  showId: string;

  @Index({ unique: true })
  @Column('text')
  slug: string;

  /** Local dates in `timeZone`. */
  @Column('date')
  startsOn: string;

  @Column('date')
  endsOn: string;

  @Column('text')
  timeZone: string;

  @Column('text', { default: '' })
  place: string;

  @Column('uuid', { nullable: true })
  podcastGuid: string | null;

  @OneToMany(() => EventText, (text) => text.event, { cascade: true })
  texts: Relation<EventText[]>;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { nullable: true })
  deletedAt: Date | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
