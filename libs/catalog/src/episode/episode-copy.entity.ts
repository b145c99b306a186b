import { Revision } from '#libs/media';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryColumn,
  type Relation,
  UpdateDateColumn,
} from 'typeorm';
import type { EpisodeFeed } from '../feed/feed-settings.js';
import { Series } from '../series/series.entity.js';
import { Transcript } from '../transcript/transcript.entity.js';
import type { EpisodeFile } from '../file/episode-file.js';
import type { LostChapter } from '../sound/chapter-shift.plan.js';
import { Appearance } from './appearance.entity.js';
import { Chapter } from './chapter.entity.js';
import { EpisodeText } from './episode-text.entity.js';
import { Episode } from './episode.entity.js';

export type CopyKind = 'working' | 'released';
/** The groups of fields that are saved, and can conflict, separately. */
export const fieldGroups = ['basics', 'texts', 'chapters', 'people', 'cover', 'feed', 'transcripts', 'files'] as const;
export type FieldGroup = (typeof fieldGroups)[number];

/** Where a proposed value came from, for fields that nobody has confirmed yet: `{ title: 'id3', number: 'file-name' }`. */
export type Proposals = Record<string, 'tags' | 'file-name' | 'show'>;

/** All that an episode says, once as it is being edited and once as it is released. */
@Entity('episode_copies')
@Index(['episodeId', 'kind'], { unique: true })
@Index('ix_episode_copies_tag_slugs', { synchronize: false })
@Index('ix_episode_copies_listed', { synchronize: false })
@Check('ck_episode_copies_kind', `kind in ('working', 'released')`)
@Check('ck_episode_copies_type', `type in ('full', 'trailer', 'bonus')`)
export class EpisodeCopy {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  episodeId: string;

  @ManyToOne(() => Episode, (episode) => episode.copies, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'episode_id' })
  episode: Relation<Episode>;

  @Column('text')
  kind: CopyKind;

  @Column('text', { default: 'full' })
  type: 'full' | 'trailer' | 'bonus';

  @Column('integer', { nullable: true })
  number: number | null;

  @Column('integer', { nullable: true })
  season: number | null;

  @Column('boolean', { default: false })
  explicit: boolean;

  /** Language spoken in the recording. */
  @Column('text')
  language: string;

  /** Local date of the recording: the "as of" of every appearance. */
  @Column('date', { nullable: true })
  recordedOn: string | null;

  /** The mini-series it is a part of, and which: `part` counts from 1. */
  @Index()
  @ForeignKey(() => Series, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  seriesId: string | null;

  @Column('integer', { nullable: true })
  part: number | null;

  /** As they were written. */
  @Column('text', { array: true, default: [] })
  tags: string[];

  /** The address segments of `tags`, in the same order. */
  @Column('text', { array: true, default: [] })
  tagSlugs: string[];

  /** Until then it is for subscribers of the private feed only; null: for everyone from its release. */
  @Column('timestamptz', { nullable: true })
  subscribersUntil: Date | null;

  /** From then on it is off pages and feeds; null: never. */
  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;

  /** Where it gets good: milliseconds of the finished sound (`ux:L-04`). */
  @Column('integer', { nullable: true })
  startHereMs: number | null;

  /** By its link only: on no list, in no feed, not in the sitemap. */
  @Column('boolean', { default: false })
  isUnlisted: boolean;

  /** What its feed item says beyond its fields; what is missing is as `usualEpisodeFeed` says. */
  @Column('jsonb', { default: {} })
  feed: Partial<EpisodeFeed>;

  /** Slides, documents and pictures beside the sound, in their order. */
  @Column('jsonb', { default: [] })
  files: EpisodeFile[];

  /** A talk's room, track and programme time. */
  @Column('text', { default: '' })
  room: string;

  @Column('text', { default: '' })
  track: string;

  @Column('timestamptz', { nullable: true })
  programmeAt: Date | null;

  /** Storage key of the episode's own cover; null: the show's. */
  @Column('text', { nullable: true })
  coverKey: string | null;

  @Column('integer', { nullable: true })
  coverWidth: number | null;

  /** The media revision that this copy plays; the released copy's is what the enclosure is. */
  @ForeignKey(() => Revision, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  revisionId: string | null;

  /** Whether listeners read where the sound is weak. */
  @Column('boolean', { default: false })
  soundNoteShown: boolean;

  /** Chapters of parts that are cut out of the sound: off the list, and back on it when the parts are back. */
  @Column('jsonb', { default: [] })
  lostChapters: LostChapter[];

  /** A version per field group; a save names the one it was based on. */
  @Column('jsonb', {
    default: { basics: 1, texts: 1, chapters: 1, people: 1, cover: 1, feed: 1, transcripts: 1, files: 1 },
  })
  versions: Record<FieldGroup, number>;

  @Column('jsonb', { default: {} })
  proposals: Proposals;

  /** Names found in the file's name or tags that no known person bears: offered as guests until the people are saved. */
  @Column('text', { array: true, default: [] })
  proposedNames: string[];

  @OneToMany(() => EpisodeText, (text) => text.copy, { cascade: true })
  texts: Relation<EpisodeText[]>;

  @OneToMany(() => Chapter, (chapter) => chapter.copy, { cascade: true })
  chapters: Relation<Chapter[]>;

  @OneToMany(() => Appearance, (appearance) => appearance.copy, { cascade: true })
  appearances: Relation<Appearance[]>;

  /** Without their segments, unless they were asked for. */
  @OneToMany(() => Transcript, (transcript) => transcript.copy)
  transcripts: Relation<Transcript[]>;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
