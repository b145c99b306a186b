import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryColumn,
  type Relation,
  UpdateDateColumn,
} from 'typeorm';
import type { RecordingTrack } from './recording-track.js';
import { Recording } from './recording.entity.js';
import { Rendition } from './rendition.entity.js';

/** One vocabulary for long work everywhere (`ux` 4.0). */
export type WorkState = 'waiting' | 'running' | 'needs-you' | 'done' | 'failed' | 'cancelled';
export type Step = 'receive' | 'probe' | 'analyse' | 'plan' | 'render' | 'verify';
/**
 * Where a revision comes from: a file that was sent, another order for the same recording, back to the recording as it
 * was sent, an older revision's file taken back, the same sound with new tags, or a file that was published elsewhere.
 */
export type RevisionOrigin = 'upload' | 'order' | 'original' | 'rollback' | 'tags' | 'import';
/** Whether somebody waits for it, or it is one of many in the background. */
export type Urgency = 'now' | 'batch';

/** One version of a recording's media: the original, the plan, what was made of it and how far the work is. */
@Entity('revisions')
@Index(['recordingId', 'number'], { unique: true })
@Check('ck_revisions_state', `state in ('waiting', 'running', 'needs-you', 'done', 'failed', 'cancelled')`)
@Check('ck_revisions_step', `step in ('receive', 'probe', 'analyse', 'plan', 'render', 'verify')`)
@Check('ck_revisions_origin', `origin in ('upload', 'order', 'original', 'rollback', 'tags', 'import')`)
@Check('ck_revisions_urgency', `urgency in ('now', 'batch')`)
export class Revision {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  recordingId: string;

  @ManyToOne(() => Recording, (recording) => recording.revisions, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'recording_id' })
  recording: Relation<Recording>;

  @Column('integer')
  number: number;

  @Column('text', { default: 'upload' })
  origin: RevisionOrigin;

  /** The revision whose sound (`tags`, `rollback`) or recording (`order`, `original`) it took over. */
  @Column('uuid', { nullable: true })
  basedOnId: string | null;

  // Spelled out, as TypeORM takes a bare 'now' for a time.
  @Column('text', { default: () => `'now'::text` })
  urgency: Urgency;

  @Index()
  @Column('text')
  state: WorkState;

  @Column('text')
  step: Step;

  /** Measured share of the step, 0 to 1; null when it cannot be measured. */
  @Column('real', { nullable: true })
  progress: number | null;

  /** The largest share of the whole that was ever reached, 0 to 1: work that is done again does not fall back. */
  @Column('real', { default: 0 })
  reached: number;

  /** Counts the starts of the chain; part of every job key, so that a retry is a new job. */
  @Column('integer', { default: 1 })
  attempt: number;

  @Column('text', { nullable: true })
  errorCode: string | null;

  /** Numbers and words for the catalogue's sentence of `errorCode`. */
  @Column('jsonb', { default: {} })
  errorParams: Record<string, string | number>;

  @Column('uuid', { nullable: true })
  uploadId: string | null;

  /** Storage key of the original, which always stays. */
  @Column('text', { nullable: true })
  originalKey: string | null;

  @Column('text', { default: '' })
  originalName: string;

  @Column('text', { nullable: true })
  originalSha256: string | null;

  @Column('bigint', { default: 0, transformer: { to: (n: number) => n, from: (s: string) => Number(s) } })
  originalBytes: number;

  /** Further files that sound together with the original. */
  @Column('jsonb', { default: [] })
  tracks: RecordingTrack[];

  /** The render order as catalog wrote it (`StoredOrder`): what the file says by now. Empty: nobody asked, nothing to follow. */
  @Column('jsonb', { default: {} })
  order: Record<string, unknown>;

  /** The order that the finished file could not be given, although it was tried again and again; null: none. */
  @Column('jsonb', { nullable: true })
  refusedOrder: Record<string, unknown> | null;

  /** When the floor above first gave the file to listeners; from then on its bytes stay (`feed:N02`). */
  @Column('timestamptz', { nullable: true })
  releasedAt: Date | null;

  /** When the file of another revision was given to listeners in place of this one; it stays reachable for a while. */
  @Column('timestamptz', { nullable: true })
  replacedAt: Date | null;

  @Column('jsonb', { nullable: true })
  probe: Record<string, unknown> | null;

  /** Storage key of the analysis (bins), rebuilt when missing. */
  @Column('text', { nullable: true })
  analysisKey: string | null;

  @Column('jsonb', { nullable: true })
  plan: Record<string, unknown> | null;

  /** Storage key of the newest file that was made: the one to be verified, then the rendition's. */
  @Column('text', { nullable: true })
  renderedKey: string | null;

  /** Loudness before and after, findings and notes (`SoundReport`). */
  @Column('jsonb', { nullable: true })
  report: Record<string, unknown> | null;

  /** Overview peaks, small enough for a row. */
  @Column('jsonb', { nullable: true })
  waveform: Record<string, unknown> | null;

  @Column('integer', { nullable: true })
  durationMs: number | null;

  @OneToMany(() => Rendition, (rendition) => rendition.revision)
  renditions: Relation<Rendition[]>;

  @Column('timestamptz', { nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
