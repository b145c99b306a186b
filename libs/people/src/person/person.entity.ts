import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  OneToMany,
  PrimaryColumn,
  type Relation,
  UpdateDateColumn,
} from 'typeorm';
import { Affiliation } from './affiliation.entity.js';
import { PersonText } from './person-text.entity.js';

export interface PersonLink {
  label: string;
  url: string;
}

/** A guest, speaker or host as a living person; what they were called at a recording is on the appearance. */
@Entity('persons')
export class Person {
  @PrimaryColumn('uuid')
  id: string;

  @Index({ unique: true })
  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  /** For lists: `Tremblay, Jean`. */
  @Column('text')
  sortName: string;

  @Column('text', { default: '' })
  pronouns: string;

  /** How the name is said, in words. */
  @Column('text', { default: '' })
  pronunciation: string;

  /** `@name@server`, for fediverse:creator (`ux:K-17`); empty: none. */
  @Column('text', { default: '' })
  fediverse: string;

  /** Where anybody may write to them, on their own page: a mail address or a page (`ux` 3.3); empty: nowhere. */
  @Column('text', { default: '' })
  contact: string;

  /** Not to be found: no page in search engines, no feed. */
  @Column('boolean', { default: false })
  isHidden: boolean;

  /** Keeps the present title and employer off pages (`ux:K-26`). */
  @Column('boolean', { default: false })
  hidesNow: boolean;

  /** The record of the same person that has taken over everything; null: this one lives. */
  @Column('uuid', { nullable: true })
  mergedInto: string | null;

  @Column('jsonb', { default: [] })
  links: PersonLink[];

  /** Storage key of the portrait. */
  @Column('text', { nullable: true })
  photoKey: string | null;

  /** Pixels of its side; null: not known. */
  @Column('integer', { nullable: true })
  photoWidth: number | null;

  @OneToMany(() => PersonText, (text) => text.person, { cascade: true })
  texts: Relation<PersonText[]>;

  @OneToMany(() => Affiliation, (affiliation) => affiliation.person, { cascade: true })
  affiliations: Relation<Affiliation[]>;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
