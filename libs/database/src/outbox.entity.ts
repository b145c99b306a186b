import { Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Something that has happened, written in the transaction that made it happen; the worker's relay turns it into keyed jobs. */
@Entity('outbox')
@Index(['relayedAt', 'id'])
export class OutboxRow {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id: string;

  /** `noun.past` for a fact (`episode.published`), `lib.verb` for the next step of a chain (`media.analyse`). */
  @Column('text')
  name: string;

  @Column('jsonb')
  payload: Record<string, unknown>;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  relayedAt: Date | null;
}
