import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  OneToMany,
  PrimaryColumn,
  type Relation,
  UpdateDateColumn,
} from 'typeorm';
import type { ShowFeed } from '../feed/feed-settings.js';
import type { SoundDefaults } from '../sound/sound-settings.plan.js';
import type { ShowPage } from './show-page.js';
import { ShowText } from './show-text.entity.js';
import type { ReviewRules } from '../review/review-rules.js';

/** A podcast. What listeners read of it is in its texts; its address segment is the same in every language. */
@Entity('shows')
@Check('ck_shows_type', `type in ('episodic', 'serial')`)
export class Show {
  @PrimaryColumn('uuid')
  id: string;

  @Index({ unique: true })
  @Column('text')
  slug: string;

  /** `en`, `fr-CA` …: the language spoken in it and of its feed. */
  @Column('text')
  language: string;

  /** Apple's names, exact (`feed:C05`). */
  @Column('text')
  category: string;

  @Column('text', { default: '' })
  subcategory: string;

  @Column('boolean', { default: false })
  explicit: boolean;

  @Column('text', { default: 'episodic' })
  type: 'episodic' | 'serial';

  @Column('text', { default: '' })
  author: string;

  /** Printed in the feed when set: a visible choice (`feed:C18`). */
  @Column('text', { default: '' })
  ownerEmail: string;

  @Column('text', { default: 'America/Montreal' })
  timeZone: string;

  @Column('text', { default: '' })
  copyright: string;

  /** podcast:locked (`feed:C12`). */
  @Column('boolean', { default: true })
  locked: boolean;

  /** Made once at first publication, or imported; then frozen (`feed:P12`). */
  @Column('uuid', { nullable: true })
  podcastGuid: string | null;

  /** Storage key of the square cover, 1400–3000 px; a new picture is a new key, so a new address. */
  @Column('text', { nullable: true })
  coverKey: string | null;

  /** Pixels of the cover's side. */
  @Column('integer', { nullable: true })
  coverWidth: number | null;

  /** An accent colour of the show's own, `#rrggbb`; empty for the house's. */
  @Column('text', { default: '' })
  accent: string;

  /** Hosts, repeated on every item with guests (`feed:P13`): person ids in order. */
  @Column('uuid', { array: true, default: [] })
  hostIds: string[];

  @OneToMany(() => ShowText, (text) => text.show, { cascade: true })
  texts: Relation<ShowText[]>;

  /** Version of the settings group, for stale saves. */
  @Column('integer', { default: 1 })
  version: number;

  /** What is wanted of the sound of its episodes; what is missing is as usual (`toEffective`). */
  @Column('jsonb', { default: {} })
  sound: Partial<SoundDefaults>;

  /** Version of `sound`, for stale saves. */
  @Column('integer', { default: 1 })
  soundVersion: number;

  /** When the last rendering of the whole catalogue began, by the database's clock as `revisions.created_at` is. */
  @Column('timestamptz', { nullable: true })
  soundBatchAt: Date | null;

  /** What its feed says beyond the usual; what is missing is as `usualShowFeed` says. */
  @Column('jsonb', { default: {} })
  feed: Partial<ShowFeed>;

  /** Version of `feed`, for stale saves. */
  @Column('integer', { default: 1 })
  feedVersion: number;

  /** What its page says and shows beyond its texts; what is missing is as `usualShowPage` says. */
  @Column('jsonb', { default: {} })
  page: Partial<ShowPage>;

  /** Version of `page`, for stale saves. */
  @Column('integer', { default: 1 })
  pageVersion: number;

  /** How quotes and clips are approved; what is missing is as `usualReview` says. */
  @Column('jsonb', { default: {} })
  review: Partial<ReviewRules>;

  /** A host name of its own, such as `radio.example.org`; null: the instance's. */
  @Index({ unique: true })
  @Column('text', { nullable: true })
  host: string | null;

  /** Since when its pages are there; null: it is only wished for, and nothing leads to it yet. */
  @Column('timestamptz', { nullable: true })
  hostActiveAt: Date | null;

  @Column('timestamptz', { nullable: true })
  deletedAt: Date | null;

  /** Set when the 30 days in the bin are over: only the address remains, and answers 410. */
  @Column('timestamptz', { nullable: true })
  purgedAt: Date | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
