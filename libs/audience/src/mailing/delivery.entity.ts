import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Follower } from '../follower/follower.entity.js';
import { Mailing } from './mailing.entity.js';

/** One mail of a mailing: it is sent once, and not at all to who has stopped meanwhile. */
@Entity('deliveries')
@Check('ck_deliveries_state', `state in ('waiting', 'sent', 'failed')`)
export class Delivery {
  @ForeignKey(() => Mailing, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  mailingId: string;

  @Index()
  @ForeignKey(() => Follower, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  followerId: string;

  @Column('text', { default: 'waiting' })
  state: 'waiting' | 'sent' | 'failed';
}
