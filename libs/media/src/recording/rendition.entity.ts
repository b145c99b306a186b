import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { Revision } from './revision.entity.js';

/** What a revision can be made into. */
export const renditionKinds = ['mp3', 'm4a', 'opus', 'video', 'hls'] as const;
export type RenditionKind = (typeof renditionKinds)[number];

/**
 * One file made from a revision. Written once under a new key and never changed (`feed:N06`); revisions that took it
 * over have rows of their own with the same key.
 */
@Entity('renditions')
@Index(['revisionId', 'kind'], { unique: true })
@Check('ck_renditions_kind', `kind in ('mp3', 'm4a', 'opus', 'video', 'hls')`)
export class Rendition {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  revisionId: string;

  @ManyToOne(() => Revision, (revision) => revision.renditions, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'revision_id' })
  revision: Relation<Revision>;

  @Column('text')
  kind: RenditionKind;

  /** Of `hls` the playlist's; its parts lie beside it. */
  @Index()
  @Column('text')
  key: string;

  @Column('text')
  mime: string;

  /** Exactly what the feed announces (`feed:N02`); of `hls` all parts together. */
  @Column('bigint', { transformer: { to: (n: number) => n, from: (s: string) => Number(s) } })
  bytes: number;

  @Column('integer')
  durationMs: number;

  @Column('integer')
  bitrate: number;

  @Column('text')
  sha256: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
