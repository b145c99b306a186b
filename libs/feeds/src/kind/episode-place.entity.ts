import { Episode } from '#libs/catalog';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { FeedRef } from './feed-ref.plan.js';

/**
 * The feeds that an episode was in when it was last looked at. When it leaves one, because it lost a tag or its plan
 * changed, that one has to be built again too, and nothing else remembers it.
 */
@Entity('episode_places')
export class EpisodePlace {
  @ForeignKey(() => Episode, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  episodeId: string;

  @Column('jsonb')
  feeds: FeedRef[];
}
