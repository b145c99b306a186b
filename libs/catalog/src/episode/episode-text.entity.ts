import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { EpisodeCopy } from './episode-copy.entity.js';
import type { Takeaway } from './takeaway.js';

/** The words of one copy in one language. */
@Entity('episode_texts')
export class EpisodeText {
  @PrimaryColumn('uuid')
  copyId: string;

  @PrimaryColumn('text')
  lang: string;

  @ManyToOne(() => EpisodeCopy, (copy) => copy.texts, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'copy_id' })
  copy: Relation<EpisodeCopy>;

  @Column('text', { default: '' })
  title: string;

  @Column('text', { default: '' })
  summary: string;

  /** Markdown. */
  @Column('text', { default: '' })
  notes: string;

  @Column('jsonb', { default: [] })
  takeaways: Takeaway[];
}
