import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import { Episode } from '../episode/episode.entity.js';
import type { ClipUses, ClipView } from './clip.view.js';

/** `asked`: with those who are heard in it; only `approved` is ever public. */
export type ClipState = 'proposed' | 'picked' | 'asked' | 'approved' | 'refused';

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
  approvals: Record<string, { answer: 'approved' | 'refused'; at: string }>;

  @Column('text', { default: 'proposed' })
  state: ClipState;

  @Column('jsonb', { default: {} })
  uses: Partial<ClipUses>;

  /** Why it was proposed: a message key's last part; empty: by a person. */
  @Column('text', { default: '' })
  reason: string;

  @Column('integer', { default: 0 })
  position: number;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
