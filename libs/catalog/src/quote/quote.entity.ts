import { Person } from '#libs/people';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import { Episode } from '../episode/episode.entity.js';
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

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
