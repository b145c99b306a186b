import { Recording } from '#libs/media';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Show } from '../show/show.entity.js';

/** A piece of sound that a show plays before or after its episodes. A deleted one stays in what was released with it. */
@Entity('pieces')
export class Piece {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => Show, { onDelete: 'CASCADE' })
  @Column('uuid')
  showId: string;

  @Index({ unique: true })
  @ForeignKey(() => Recording, { onDelete: 'CASCADE' })
  @Column('uuid')
  recordingId: string;

  @Column('text')
  name: string;

  /** A line for the notes of every episode that plays it: who made it, and under which licence; empty: nothing to say. */
  @Column('text', { default: '' })
  licence: string;

  @Column('timestamptz', { nullable: true })
  deletedAt: Date | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
