import { User } from '#libs/accounts';
import { Show } from '#libs/catalog';
import type { WorkState } from '#libs/media';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { ImportedChannel } from '../feed-document/imported-feed.js';
import type { ImportReport } from './import-report.js';

/** `look`: the feed is read, nothing is made; `decide`: a person says yes; `make`: show and drafts; `copy`: the files. */
export type ImportStep = 'look' | 'decide' | 'make' | 'copy';

/** What is known of the old address by now. `to`: where it leads, or what its feed names. */
export interface MoveCheck {
  readonly state: 'waiting' | 'redirects' | 'named' | 'elsewhere' | 'not-yet' | 'unreachable';
  readonly to: string;
  readonly status: number | null;
  readonly checkedAt: string | null;
}

/** One show that moves in from its feed, or comes again for what is new there. */
@Entity('imports')
@Check('ck_imports_state', `state in ('waiting', 'running', 'needs-you', 'done', 'failed', 'cancelled')`)
@Check('ck_imports_step', `step in ('look', 'decide', 'make', 'copy')`)
export class Import {
  @PrimaryColumn('uuid')
  id: string;

  /** The show that is filled; null until there is one. */
  @Index()
  @ForeignKey(() => Show, { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  showId: string | null;

  @Index()
  @ForeignKey(() => User, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  userId: string | null;

  @Column('text')
  sourceUrl: string;

  @Column('text')
  state: WorkState;

  @Column('text')
  step: ImportStep;

  /** Part of every job key, so that a retry is a new job. */
  @Column('integer', { default: 1 })
  attempt: number;

  @Column('text', { nullable: true })
  errorCode: string | null;

  @Column('jsonb', { default: {} })
  errorParams: Record<string, string | number>;

  @Column('jsonb', { nullable: true })
  channel: ImportedChannel | null;

  @Column('jsonb', { nullable: true })
  report: ImportReport | null;

  @Column('jsonb', { nullable: true })
  move: MoveCheck | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;

  @Column('timestamptz', { nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;
}
