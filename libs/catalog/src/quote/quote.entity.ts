import { Person } from '#libs/people';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import { Episode } from '../episode/episode.entity.js';
import type { SoundTime } from '../sound/time-shift.plan.js';
import type { QuoteUses } from './quote.view.js';

/** `asked`: with the person who said it; only `approved` is ever public. */
export type QuoteState = 'proposed' | 'picked' | 'asked' | 'approved' | 'refused';

/** A wording of a quote in one language. */
export interface QuoteText {
  lang: string;
  text: string;
  isTranslation: boolean;
  /** What the person said of this wording (`ux:K-20`: a translation is approved by itself). */
  answer: 'open' | 'approved' | 'changed' | 'refused';
  /** The wording that was proposed, where a touch-up replaced it. */
  before?: string;
  /** The touch-up shares too few words with what was proposed: it is not shown until the producer accepts it (`ux:K-19`). */
  isFlagged?: boolean;
  /** It came, or changed, after the person was asked: they were not asked about this one. */
  isNew?: boolean;
  /** Nobody answered, and the rule did (`ux:K-21`). */
  isSilent?: boolean;
}

/** A sentence of a person, with the wording as spoken kept beside those that may be shown (`ux:K-18` to `K-20`). */
@Entity('quotes')
@Check('ck_quotes_state', `state in ('proposed', 'picked', 'asked', 'approved', 'refused')`)
export class Quote {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => Episode, { onDelete: 'CASCADE' })
  @Column('uuid')
  episodeId: string;

  @Index()
  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  @Column('uuid')
  personId: string;

  /** Of the finished sound. */
  @Column('integer')
  startMs: number;

  @Column('integer')
  endMs: number;

  @Column('text')
  language: string;

  /** As spoken; kept whatever becomes of the wordings. */
  @Column('text')
  original: string;

  @Column('jsonb', { default: [] })
  texts: QuoteText[];

  @Column('text', { default: 'proposed' })
  state: QuoteState;

  @Column('jsonb', { default: {} })
  uses: Partial<QuoteUses>;

  @Column('integer', { default: 0 })
  position: number;

  /** What those who said it allow it for; what is missing is allowed. Nobody else widens it. */
  @Column('jsonb', { default: {} })
  scope: Partial<QuoteUses>;

  /** Why it was proposed: last parts of message keys, parted by spaces; empty: by a person. */
  @Column('text', { default: '' })
  reason: string;

  /** 0 to 100, the better the higher; 0: by a person. */
  @Column('integer', { default: 0 })
  score: number;

  /** The sound that its times are of; they are led to the present one when they are read. Null: it is unknown. */
  @Column('jsonb', { nullable: true })
  basis: SoundTime | null;

  @Column('integer', { default: 1 })
  version: number;

  /** When the person was asked. */
  @Column('timestamptz', { nullable: true })
  askedAt: Date | null;

  /** Put away by its producer; can be taken back. */
  @Column('timestamptz', { nullable: true })
  droppedAt: Date | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
