import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from './person.entity.js';

/** A person's biography in one language. */
@Entity('person_texts')
export class PersonText {
  @PrimaryColumn('uuid')
  personId: string;

  @PrimaryColumn('text')
  lang: string;

  @ManyToOne(() => Person, (person) => person.texts, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id' })
  person: Relation<Person>;

  @Column('text', { default: '' })
  biography: string;

  /** The day on which it was last written; null: before days were kept. */
  @Column('date', { nullable: true })
  saidOn: string | null;
}
