import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export type PushTarget = 'websub' | 'podping';
/** `failed`: a dead letter, which a person may send again. `dropped`: not wanted any more when its turn came. */
export type PushState = 'waiting' | 'sent' | 'failed' | 'dropped';

/**
 * One message to one hub that a feed has changed. While it waits, further changes of the feed join it: a hub that was
 * away for an hour hears of a hundred changes once (`fault:F45`).
 */
@Entity('pushes')
@Index(['feedId', 'address'], { unique: true, where: `state = 'waiting'` })
@Index(['feedId', 'createdAt'])
@Check('ck_pushes_target', `target in ('websub', 'podping')`)
@Check('ck_pushes_state', `state in ('waiting', 'sent', 'failed', 'dropped')`)
export class Push {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey('Feed', { onDelete: 'CASCADE' })
  @Column('uuid')
  feedId: string;

  @Column('text')
  target: PushTarget;

  /** Whom it is sent to. */
  @Column('text')
  address: string;

  /** The feed's address as subscribers know it. */
  @Column('text')
  topic: string;

  /** podcast:medium of the show, which a podping says. */
  @Column('text')
  medium: string;

  @Column('text', { default: 'waiting' })
  state: PushState;

  /** Changes that it stands for. */
  @Column('integer', { default: 1 })
  changes: number;

  @Column('integer', { default: 0 })
  tries: number;

  /** HTTP status of the last answer; null: there was none. */
  @Column('integer', { nullable: true })
  lastStatus: number | null;

  /** Code of what went wrong last, such as `ADDRESS_NOT_FETCHED`. */
  @Column('text', { nullable: true })
  error: string | null;

  @Column('timestamptz', { nullable: true })
  triedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
