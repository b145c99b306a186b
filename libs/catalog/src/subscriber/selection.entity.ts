import { Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a listener without an account has put together: whatever is in a show, with a person or under a tag, and single episodes. */
@Entity('selections')
@Index('ix_selections_show_ids', { synchronize: false })
@Index('ix_selections_person_ids', { synchronize: false })
@Index('ix_selections_tag_slugs', { synchronize: false })
@Index('ix_selections_episode_ids', { synchronize: false })
export class Selection {
  @PrimaryColumn('uuid')
  id: string;

  @Index({ unique: true })
  @Column('text')
  secretHash: string;

  /** Of the page on which it was made: the feed's own words are in it. */
  @Column('text')
  lang: string;

  @Column('uuid', { array: true, default: [] })
  showIds: string[];

  @Column('uuid', { array: true, default: [] })
  personIds: string[];

  @Column('text', { array: true, default: [] })
  tagSlugs: string[];

  @Column('uuid', { array: true, default: [] })
  episodeIds: string[];

  /** The last day, in UTC, on which an app asked for the feed; after 180 days without it is forgotten. */
  @Column('date', { nullable: true })
  fetchedOn: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
