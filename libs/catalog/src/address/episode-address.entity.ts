import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Episode } from '../episode/episode.entity.js';

/**
 * Every address segment an episode has had in a language. The current one is served, the others redirect
 * to it for ever (301). `parentId` is the show, or the event for a talk: the space in which a slug is unique.
 */
@Entity('episode_addresses')
@Index(['parentId', 'lang', 'slug'], { unique: true })
export class EpisodeAddress {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => Episode, { onDelete: 'CASCADE' })
  @Column('uuid')
  episodeId: string;

  @Column('uuid')
  parentId: string;

  @Column('text')
  lang: string;

  @Column('text')
  slug: string;

  @Column('boolean')
  isCurrent: boolean;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
