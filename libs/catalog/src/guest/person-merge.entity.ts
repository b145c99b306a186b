import { type Filled, Person } from '#libs/people';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The rows that a merge took from one record to the other, so that it can be taken back. */
export interface MovedRows {
  appearances: string[];
  hosts: string[];
  quotes: string[];
  clips: string[];
  links: string[];
  corrections: string[];
  selections?: string[];
  /** What the record that stayed took from the other. */
  filled?: Filled;
}

/** Two records that turned out to be one person. */
@Entity('person_merges')
export class PersonMerge {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  @Column('uuid')
  keptId: string;

  @Index()
  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  @Column('uuid')
  goneId: string;

  @Column('jsonb')
  moved: MovedRows;

  @Column('uuid', { nullable: true })
  userId: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  undoneAt: Date | null;
}
