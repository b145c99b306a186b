import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Show } from '../show/show.entity.js';

/** Somebody who hears a show by a feed of their own, and what it has for subscribers only. */
@Entity('subscribers')
export class Subscriber {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => Show, { onDelete: 'CASCADE' })
  @Column('uuid')
  showId: string;

  /** As the producer calls them. */
  @Column('text')
  name: string;

  /** Of the secret in their feed's address, which is shown once. */
  @Index({ unique: true })
  @Column('text')
  secretHash: string;

  /** When the present secret was made. */
  @Column('timestamptz')
  secretAt: Date;

  /** From then on neither feed nor files answer. */
  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  /** The last day, in UTC, on which an app asked for the feed. No more than that is kept. */
  @Column('date', { nullable: true })
  fetchedOn: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
