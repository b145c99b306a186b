import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * A short address that can be said aloud and printed, `/s/{code}`: of an episode, or of one guest's link to it. It is
 * given once and leads there for ever (`ux` 5.1).
 */
@Entity('short_codes')
@Index(['episodeId'], { unique: true, where: 'link_id is null' })
@Index(['linkId'], { unique: true })
export class ShortCode {
  /** Six characters without look-alikes. */
  @PrimaryColumn('text')
  code: string;

  @ForeignKey('Episode', { onDelete: 'CASCADE' })
  @Column('uuid')
  episodeId: string;

  /** Whose link; null: of the episode itself. */
  @ForeignKey('GuestLink', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  linkId: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
