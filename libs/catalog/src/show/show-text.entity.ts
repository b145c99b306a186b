import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Show } from './show.entity.js';

/** A show's name and description in one language. */
@Entity('show_texts')
export class ShowText {
  @PrimaryColumn('uuid')
  showId: string;

  @PrimaryColumn('text')
  lang: string;

  @ManyToOne(() => Show, (show) => show.texts, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'show_id' })
  show: Relation<Show>;

  @Column('text')
  title: string;

  /** Plain text or Markdown; at most 4,000 bytes once in the feed (`feed:C02`). */
  @Column('text', { default: '' })
  description: string;
}
