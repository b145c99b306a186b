import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Series } from './series.entity.js';

/** A mini-series' name and description in one language. */
@Entity('series_texts')
export class SeriesText {
  @PrimaryColumn('uuid')
  seriesId: string;

  @PrimaryColumn('text')
  lang: string;

  @ManyToOne(() => Series, (series) => series.texts, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'series_id' })
  series: Relation<Series>;

  @Column('text')
  name: string;

  @Column('text', { default: '' })
  description: string;
}
