import { Column, CreateDateColumn, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** That an episode is to be found, and which version of its passages there is: `done` follows `wanted`. */
@Entity('search_entries')
export class SearchEntry {
  @ForeignKey('Episode', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  episodeId: string;

  @Column('integer', { default: 1 })
  wanted: number;

  @Column('integer', { default: 0 })
  done: number;

  @CreateDateColumn({ type: 'timestamptz' })
  askedAt: Date;
}
