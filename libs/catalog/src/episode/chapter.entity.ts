import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Moment } from '../sound/time-shift.plan.js';
import { EpisodeCopy } from './episode-copy.entity.js';

/** A chapter of one copy, in the language of the recording. */
@Entity('chapters')
@Index(['copyId', 'position'], { unique: true })
export class Chapter {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  copyId: string;

  @ManyToOne(() => EpisodeCopy, (copy) => copy.chapters, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'copy_id' })
  copy: Relation<EpisodeCopy>;

  @Column('integer')
  position: number;

  @Column('integer')
  startMs: number;

  @Column('text')
  title: string;

  @Column('text', { default: '' })
  url: string;

  /** Where it was set, when the sound there was cut out and it begins at the next moment that is left; null: where it begins. */
  @Column('jsonb', { nullable: true })
  anchor: Moment | null;
}
