import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { FieldGroup } from './episode-copy.entity.js';
import { Episode } from './episode.entity.js';

/** A row per saved change of a working copy: who, when, which group, before and after. */
@Entity('episode_changes')
@Index(['episodeId', 'createdAt'])
export class EpisodeChange {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Episode, { onDelete: 'CASCADE' })
  @Column('uuid')
  episodeId: string;

  @Column('text')
  fieldGroup: FieldGroup;

  @Column('integer')
  version: number;

  @Column('uuid', { nullable: true })
  userId: string | null;

  /** The guest's link by which it was changed; null: by a user or the machine. */
  @Column('uuid', { nullable: true })
  guestLinkId: string | null;

  @Column('jsonb')
  before: unknown;

  @Column('jsonb')
  after: unknown;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
