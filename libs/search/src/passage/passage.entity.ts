import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const passageKinds = [
  'title',
  'person',
  'tag',
  'takeaway',
  'chapter',
  'summary',
  'notes',
  'transcript',
] as const;
export type PassageKind = (typeof passageKinds)[number];
/** The Postgres dictionaries that we have words for; every other language is taken word by word. */
export type SearchConfig = 'english' | 'french' | 'simple';

/** From a place in a text on, somebody speaks. */
export interface Voice {
  at: number;
  /** Empty: not said who. */
  name: string;
}

/** A few sentences of what a released episode says, at a moment of its sound where it has one. */
@Entity('search_passages')
@Check(
  'ck_search_passages_kind',
  `kind in ('title', 'summary', 'takeaway', 'chapter', 'notes', 'person', 'tag', 'transcript')`,
)
@Check('ck_search_passages_config', `config in ('english', 'french', 'simple')`)
@Index('ix_search_passages_english', { synchronize: false })
@Index('ix_search_passages_french', { synchronize: false })
@Index('ix_search_passages_simple', { synchronize: false })
export class Passage {
  @ForeignKey('Episode', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  episodeId: string;

  @PrimaryColumn('integer')
  position: number;

  /** How much a hit here says about the episode. */
  @Column('smallint')
  weight: number;

  @Column('text')
  kind: PassageKind;

  @Column('text')
  lang: string;

  @Column('text')
  config: SearchConfig;

  /** Milliseconds of the sound that is heard; null: no moment. */
  @Column('integer', { nullable: true })
  startMs: number | null;

  @Column('text')
  text: string;

  /** Of a transcript: pairs of a place in `text` and the millisecond at which it is said. */
  @Column('integer', { array: true, default: [] })
  starts: number[];

  /** Of a transcript: who speaks from which place of `text` on. */
  @Column('jsonb', { default: [] })
  speakers: Voice[];

  /** Stems with and without accents (`wordsSql`). */
  @Column('tsvector', { select: false })
  words: string;
}
