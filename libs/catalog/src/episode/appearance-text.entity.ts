import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Appearance } from './appearance.entity.js';

/** A person's title as of the recording and the disclaimer to print, in one language. */
@Entity('appearance_texts')
export class AppearanceText {
  @PrimaryColumn('uuid')
  appearanceId: string;

  @PrimaryColumn('text')
  lang: string;

  @ManyToOne(() => Appearance, (appearance) => appearance.texts, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'appearance_id' })
  appearance: Relation<Appearance>;

  @Column('text', { default: '' })
  title: string;

  @Column('text', { default: '' })
  disclaimer: string;

  /** As it was when the episode was released; empty: there was none. */
  @Column('text', { default: '' })
  biography: string;
}
