import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A counter of tries in a window, by kind and hashed subject; shared by every replica. No address is stored. */
@Entity('throttles')
export class Throttle {
  /** `<kind>:<keyed hash of account or address>`. */
  @PrimaryColumn('text')
  key: string;

  @Column('integer')
  tries: number;

  @Column('timestamptz')
  windowEndsAt: Date;
}
