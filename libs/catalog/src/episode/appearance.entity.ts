import { Person } from '#libs/people';
import {
  Check,
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

export type EmployerNaming = 'named' | 'notes' | 'hidden';

/** One person in one copy of an episode, with the employer as of the recording; titles and disclaimers are per language. */
@Entity('appearances')
@Index(['copyId', 'position'], { unique: true })
@Check('ck_appearances_employer', `employer in ('named', 'notes', 'hidden')`)
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

  /** Employer or organisation as of the recording, as it was told; `employer` says where it may be read. */
  @Column('text', { default: '' })
  organisation: string;

  @Column('text', { default: '' })
  organisationUrl: string;

  /** Whether the employer may be named: everywhere, in the notes only, or nowhere (`ux:K-24`). */
  @Column('text', { default: 'named' })
  employer: EmployerNaming;

  @OneToMany(() => AppearanceText, (text) => text.appearance, { cascade: true })
  texts: Relation<AppearanceText[]>;
}
