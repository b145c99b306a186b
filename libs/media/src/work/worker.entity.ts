import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A worker process by its signs of life. */
@Entity('workers')
export class WorkerRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz')
  startedAt: Date;

  @Column('timestamptz')
  seenAt: Date;
}
