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
import { SeriesText } from './series-text.entity.js';

/** A mini-series within a show: its episodes are part 1, 2 … of it. */
@Entity('series')
@Index(['showId', 'slug'], { unique: true })
export class Series {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Show, { onDelete: 'CASCADE' })
  @Column('uuid')
  showId: string;

  @Column('text')
  slug: string;

  /** How many parts it is to have; null: not said. */
  @Column('integer', { nullable: true })
  parts: number | null;

  @OneToMany(() => SeriesText, (text) => text.series, { cascade: true })
  texts: Relation<SeriesText[]>;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { nullable: true })
  deletedAt: Date | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
