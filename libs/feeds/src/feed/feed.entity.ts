import { Check, Column, CreateDateColumn, Entity, Index, PrimaryColumn, UpdateDateColumn } from 'typeorm';

export const feedKinds = [
  'show',
  'season',
  'series',
  'language',
  'video',
  'event',
  'track',
  'person',
  'tag',
  'private',
  'personal',
] as const;
/**
 * A whole show, its seasons, mini-series, languages, its films; an event and its tracks; all of a person or a tag; a
 * show for its subscribers; a listener's own choice.
 */
export type FeedKind = (typeof feedKinds)[number];

/** A feed and how far its bytes are: it is wanted in one version and built in another, and the worker closes the gap. */
@Entity('feeds')
@Index(['kind', 'subjectId', 'key'], { unique: true })
@Check('ck_feeds_kind', `kind in (${feedKinds.map((kind) => `'${kind}'`).join(', ')})`)
export class Feed {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: FeedKind;

  /** The id of the show, series, event, person or choice; of a tag, the nil UUID. */
  @Column('uuid')
  subjectId: string;

  /** What the subject's id does not say: a season's number, a language, the segment of a track or tag. */
  @Column('text', { default: '' })
  key: string;

  /** Its address without the origin, such as `/show/feed.xml`; null until its bytes exist, and for ever where it is secret. What the web app looks it up by. */
  @Index({ unique: true })
  @Column('text', { nullable: true })
  path: string | null;

  /** Of every kind but show and event, which keep their own: made with the first bytes, then frozen (`feed:P12`). */
  @Column('uuid', { nullable: true })
  podcastGuid: string | null;

  /** Set while its show or event is deleted: the address answers 410. */
  @Column('timestamptz', { nullable: true })
  goneAt: Date | null;

  @Column('integer', { default: 0 })
  wantedVersion: number;

  @Column('integer', { default: 0 })
  builtVersion: number;

  /** Once a build has reached this wanted version, nothing is kept of what was said before; 0: everything is. */
  @Column('integer', { default: 0 })
  forgetVersion: number;

  /** When the last build began: the next is due a second later, so that a burst of changes is few builds. */
  @Column('timestamptz', { nullable: true })
  builtAt: Date | null;

  /** When it has to be built again for changes that were too far away, or too many, to be made ready yet. */
  @Column('timestamptz', { nullable: true })
  prepareAt: Date | null;

  /** Digest of the bytes of which `feed.changed` told last. */
  @Column('text', { nullable: true })
  toldDigest: string | null;

  /** The page for people, to which a browser is led. */
  @Column('text', { nullable: true })
  pageUrl: string | null;

  /** Hubs named in the `Link` headers (`feed:H17`). */
  @Column('text', { array: true, default: [] })
  hubs: string[];

  /** Where the podcast lives now: the address answers 301. */
  @Column('text', { nullable: true })
  movedTo: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
