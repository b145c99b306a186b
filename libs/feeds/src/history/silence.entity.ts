import { CreateDateColumn, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { AdviceId } from '../check/advice.js';

/** A piece of advice that the producers of a show do not want to hear again: their choice, which anybody of them sees and takes back. */
@Entity('feed_silences')
export class FeedSilence {
  @ForeignKey('Show', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  showId: string;

  @PrimaryColumn('text')
  adviceId: AdviceId;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
