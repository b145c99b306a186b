import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { EpisodeCopy } from '../episode/episode-copy.entity.js';
import type { SoundTime } from '../sound/time-shift.plan.js';
import type { Segment, SpeakerChoices } from './transcript.plan.js';

/** What a save keeps of a text: the segments, and the sound whose times they are in. */
export interface TranscriptContent {
  segments: Segment[];
  /** Null: they are in the time of the recording as it was sent, or have no times. */
  basis: SoundTime | null;
  isTimed: boolean;
}

/**
 * What is said in one copy of an episode, in one language: of the recording, or a translation. The large columns are
 * only read when they are asked for, so that a list of episodes does not carry its texts.
 */
@Entity('transcripts')
export class Transcript {
  @PrimaryColumn('uuid')
  copyId: string;

  @ManyToOne(() => EpisodeCopy, (copy) => copy.transcripts, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'copy_id' })
  copy: Relation<EpisodeCopy>;

  @PrimaryColumn('text')
  lang: string;

  /** SHA-256 of what it says; null: it was removed, and `former` has it. */
  @Column('text', { nullable: true })
  digest: string | null;

  @Column('boolean', { default: false })
  isTimed: boolean;

  @Column('integer', { default: 0 })
  segmentCount: number;

  @Column('jsonb', { nullable: true, select: false })
  segments: Segment[] | null;

  /** The sound whose times the segments are in; they are led to the present one when they are read. */
  @Column('jsonb', { nullable: true, select: false })
  basis: SoundTime | null;

  /** What the last save replaced or removed, for taking it back. */
  @Column('jsonb', { nullable: true, select: false })
  former: TranscriptContent | null;

  /** Who was said to be whom; speakers that are not in it are found by their names. */
  @Column('jsonb', { default: {} })
  speakers: SpeakerChoices;

  /** When its words were last saved. */
  @Column('timestamptz', { default: () => 'now()' })
  savedAt: Date;
}
