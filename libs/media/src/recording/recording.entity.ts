import { Column, CreateDateColumn, Entity, Index, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
import { Revision } from './revision.entity.js';

/** A recording and its numbered revisions. What it belongs to above is opaque here (`scope`). */
@Entity('recordings')
export class Recording {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @Column('uuid')
  scope: string;

  @OneToMany(() => Revision, (revision) => revision.recording)
  revisions: Relation<Revision[]>;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
