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

/** One file made from a revision. Written once under a new key and never changed (`feed:N06`). */
@Entity('renditions')
@Index(['revisionId', 'kind'], { unique: true })
@Check('ck_renditions_kind', `kind in ('mp3')`)
export class Rendition {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  revisionId: string;

  @ManyToOne(() => Revision, (revision) => revision.renditions, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'revision_id' })
  revision: Relation<Revision>;

  @Column('text')
  kind: 'mp3';

  @Column('text')
  key: string;

  @Column('text')
  mime: string;

  /** Exactly what the feed announces (`feed:N02`). */
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
