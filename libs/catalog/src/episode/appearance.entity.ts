import { Person } from '#libs/people';
import {
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { AppearanceText } from './appearance-text.entity.js';
import { EpisodeCopy } from './episode-copy.entity.js';

export type AppearanceRole = 'guest' | 'host' | 'speaker' | 'panellist' | 'moderator';

/** One person in one copy of an episode, with the employer as of the recording; titles and disclaimers are per language. */
@Entity('appearances')
@Index(['copyId', 'position'], { unique: true })
export class Appearance {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  copyId: string;

  @ManyToOne(() => EpisodeCopy, (copy) => copy.appearances, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'copy_id' })
  copy: Relation<EpisodeCopy>;

  @Index()
  @ForeignKey(() => Person, { onDelete: 'RESTRICT' })
  @Column('uuid')
  personId: string;

  @Column('integer')
  position: number;

  @Column('text')
  role: AppearanceRole;

  /** Employer or organisation as of the recording; empty when it must not be named. */
  @Column('text', { default: '' })
  organisation: string;

  @OneToMany(() => AppearanceText, (text) => text.appearance, { cascade: true })
  texts: Relation<AppearanceText[]>;
}
