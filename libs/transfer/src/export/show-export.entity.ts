import { Show } from '#libs/catalog';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, UpdateDateColumn } from 'typeorm';

export type ExportState = 'waiting' | 'running' | 'done' | 'failed';
/** First all files are written, then the archive is read again and each is compared with its sum. */
export type ExportStep = 'write' | 'check';

const asNumber = { to: (n: number | null) => n, from: (s: string | null) => (s === null ? null : Number(s)) };

/** An archive with everything of a show: how it was ordered, how far it is, where it lies and until when. */
@Entity('show_exports')
@Check('ck_show_exports_state', `state in ('waiting', 'running', 'done', 'failed')`)
@Check('ck_show_exports_step', `step in ('write', 'check')`)
export class ShowExport {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => Show, { onDelete: 'CASCADE' })
  @Column('uuid')
  showId: string;

  /** Who ordered it; null: nobody with an account. */
  @Column('uuid', { nullable: true })
  userId: string | null;

  /** Where the site is to be put: `https://podcast.example.org`, without a slash at its end. */
  @Column('text')
  baseUrl: string;

  @Column('boolean', { default: false })
  withOriginals: boolean;

  @Column('boolean', { default: false })
  withDrafts: boolean;

  @Column('text')
  state: ExportState;

  @Column('text', { default: 'write' })
  step: ExportStep;

  /** Bytes of the step under way; the texts are made while writing and are not in it. */
  @Column('bigint', { default: 0, transformer: asNumber })
  bytesTotal: number;

  @Column('bigint', { default: 0, transformer: asNumber })
  bytesDone: number;

  /** Storage key of the archive. */
  @Column('text')
  key: string;

  @Column('bigint', { nullable: true, transformer: asNumber })
  bytes: number | null;

  @Column('integer', { nullable: true })
  fileCount: number | null;

  /** Of the archive, hex. */
  @Column('text', { nullable: true })
  sha256: string | null;

  @Column('text', { nullable: true })
  errorCode: string | null;

  @Column('timestamptz', { nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  /** When it goes by itself; null while it is being made. */
  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
