import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { Person } from './person.entity.js';

/**
 * That somebody changed something of a living record: who, when, which fields. Not what it was before: people own
 * their name, and an old one is kept nowhere (`ux:K-25`).
 */
@Entity('person_changes')
@Index(['personId', 'createdAt'])
@Check('ck_person_changes_actor', `actor in ('guest', 'user', 'system')`)
export class PersonChange {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id' })
  person: Relation<Person>;

  @Column('text')
  actor: 'guest' | 'user' | 'system';

  @Column('uuid', { nullable: true })
  userId: string | null;

  @Column('text', { array: true })
  fields: string[];

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
