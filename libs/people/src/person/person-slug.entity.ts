import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from './person.entity.js';

/**
 * An address that a person had. It leads on only where the person agreed (`ux` 3.3): an old name is nobody's business
 * else. Either way nobody else gets it.
 */
@Entity('person_slugs')
export class PersonSlug {
  @PrimaryColumn('text')
  slug: string;

  @Index()
  @Column('uuid')
  personId: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id' })
  person: Relation<Person>;

  @Column('boolean')
  redirects: boolean;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
