import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import { Episode } from '../episode/episode.entity.js';
import type { SoundTime } from '../sound/time-shift.plan.js';
import type { Cue } from './captions.plan.js';
import type { ClipUses, ClipView } from './clip.view.js';

/** `asked`: with those who are heard in it; only `approved` is ever public. */
export type ClipState = 'proposed' | 'picked' | 'asked' | 'approved' | 'refused';

/** What one person said of a clip; `isSilent`: said nothing, and the rule said it for them (`ux:K-21`). */
export interface Approval {
  answer: 'approved' | 'refused';
  at: string;
  isSilent?: boolean;
}

/** A part of an episode, on its way from a proposal to what may be shared (`ux` 4.9, K-18 to K-23). */
@Entity('clips')
@Check('ck_clips_state', `state in ('proposed', 'picked', 'asked', 'approved', 'refused')`)
export class Clip {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => Episode, { onDelete: 'CASCADE' })
  @Column('uuid')
  episodeId: string;

  /** Of the finished sound. */
  @Column('integer')
  startMs: number;

  @Column('integer')
  endMs: number;

  @Column('text')
  language: string;

  @Column('jsonb', { default: [] })
  texts: ClipView['texts'];

  @Column('uuid', { array: true, default: [] })
  personIds: string[];

  /** Person id → what that person said, and when (`ux:K-23`: everyone who is heard must agree). */
  @Column('jsonb', { default: {} })
  approvals: Record<string, Approval>;

  @Column('text', { default: 'proposed' })
  state: ClipState;

  @Column('jsonb', { default: {} })
  uses: Partial<ClipUses>;

  /** What those who said it allow it for; what is missing is allowed. Nobody else widens it. */
  @Column('jsonb', { default: {} })
  scope: Partial<ClipUses>;

  /** Why it was proposed: last parts of message keys, parted by spaces; empty: by a person. */
  @Column('text', { default: '' })
  reason: string;

  /** 0 to 100, the better the higher; 0: by a person. */
  @Column('integer', { default: 0 })
  score: number;

  /** Language → captions that somebody wrote by hand, from the clip's begin; others come from the transcript. */
  @Column('jsonb', { default: {} })
  captions: Record<string, Cue[]>;

  /** The sound that its times are of; they are led to the present one when they are read. Null: it is unknown. */
  @Column('jsonb', { nullable: true })
  basis: SoundTime | null;

  @Column('integer', { default: 1 })
  version: number;

  /** When those who are heard were asked. */
  @Column('timestamptz', { nullable: true })
  askedAt: Date | null;

  /** Put away by its producer; can be taken back. */
  @Column('timestamptz', { nullable: true })
  droppedAt: Date | null;

  @Column('integer', { default: 0 })
  position: number;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
