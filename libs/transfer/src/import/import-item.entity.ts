import { Episode } from '#libs/catalog';
import type { StoredForeignFile } from '#libs/media';
import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
  UpdateDateColumn,
} from 'typeorm';
import type { FeedProblem, ImportedItem } from '../feed-document/imported-feed.js';
import { Import } from './import.entity.js';

/** `skipped`: it is here already, comes twice in the feed, or has no file. */
export type ItemState = 'waiting' | 'running' | 'done' | 'skipped' | 'failed';

const number = { to: (n: number | null) => n, from: (s: string | null) => (s === null ? null : Number(s)) };

/** One item of a feed on its way to being an episode. */
@Entity('import_items')
@Index(['importId', 'position'], { unique: true })
@Index(['importId', 'state'])
@Check('ck_import_items_state', `state in ('waiting', 'running', 'done', 'skipped', 'failed')`)
export class ImportItem {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  importId: string;

  @ManyToOne(() => Import, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'import_id' })
  import: Relation<Import>;

  /** In the feed's order, from 0. */
  @Column('integer')
  position: number;

  @Column('text')
  guid: string;

  @Column('text', { default: '' })
  title: string;

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  @Column('text', { default: '' })
  enclosureUrl: string;

  /** As the feed says; null: it does not, or not believably. */
  @Column('bigint', { nullable: true, transformer: number })
  enclosureBytes: number | null;

  @Column('text')
  state: ItemState;

  @Column('integer', { default: 1 })
  attempt: number;

  @Column('text', { nullable: true })
  errorCode: string | null;

  @Column('jsonb', { default: {} })
  errorParams: Record<string, string | number>;

  /** All that the feed said. */
  @Column('jsonb')
  item: ImportedItem;

  @Column('jsonb', { default: [] })
  problems: FeedProblem[];

  @Index()
  @ForeignKey(() => Episode, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  episodeId: string | null;

  @Column('bigint', { default: 0, transformer: number })
  bytesDone: number;

  /** As the server says. */
  @Column('bigint', { nullable: true, transformer: number })
  bytesTotal: number | null;

  /** The file in the storage, until it is a revision. */
  @Column('jsonb', { nullable: true })
  file: StoredForeignFile | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
