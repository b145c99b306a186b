import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from './person.entity.js';

/** Where a person worked, as what, from when to when; `until` null: still does. */
@Entity('affiliations')
export class Affiliation {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @Column('uuid')
  personId: string;

  @ManyToOne(() => Person, (person) => person.affiliations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id' })
  person: Relation<Person>;

  @Column('text', { default: '' })
  title: string;

  @Column('text', { default: '' })
  organisation: string;

  @Column('text', { default: '' })
  organisationUrl: string;

  @Column('date', { nullable: true })
  since: string | null;

  @Column('date', { nullable: true })
  until: string | null;
}
