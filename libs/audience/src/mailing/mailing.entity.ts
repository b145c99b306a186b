import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** `dropped`: the episode was taken back before the mailing began, or while it went on. */
export type MailingState = 'waiting' | 'sending' | 'done' | 'dropped';

/** The mails about one episode's release; an episode has one in its life, whatever happens to it afterwards. */
@Entity('mailings')
@Check('ck_mailings_state', `state in ('waiting', 'sending', 'done', 'dropped')`)
@Index(['showId', 'createdAt'])
@Index(['state', 'dueAt'])
export class Mailing {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey('Show', { onDelete: 'CASCADE' })
  @Column('uuid')
  showId: string;

  @Index({ unique: true })
  @ForeignKey('Episode', { onDelete: 'CASCADE' })
  @Column('uuid')
  episodeId: string;

  /** A minute after the release: what is taken back within it is not told. */
  @Column('timestamptz')
  dueAt: Date;

  @Column('text', { default: 'waiting' })
  state: MailingState;

  /** Which batch is next; a new number is a new job. */
  @Column('integer', { default: 0 })
  round: number;

  @Column('integer', { default: 0 })
  total: number;

  @Column('integer', { default: 0 })
  sent: number;

  @Column('integer', { default: 0 })
  failed: number;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
