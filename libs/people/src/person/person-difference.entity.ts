import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from './person.entity.js';

/** That somebody said of two records that look alike: these are two people. The smaller id is the first. */
@Entity('person_differences')
@Check('ck_person_differences_order', 'one_id < other_id')
export class PersonDifference {
  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  oneId: string;

  @Index()
  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  otherId: string;

  @Column('uuid', { nullable: true })
  userId: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
