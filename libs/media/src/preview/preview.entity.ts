import type { SoundOrder } from '#libs/ffmpeg';
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
import type { WorkState } from '../recording/revision.entity.js';
import { Revision } from '../recording/revision.entity.js';

export type PreviewState = Exclude<WorkState, 'needs-you'>;

/** Half a minute of a recording as an order would make it, for ears only; it goes after an hour. */
@Entity('previews')
@Check('ck_previews_state', `state in ('waiting', 'running', 'done', 'failed', 'cancelled')`)
export class Preview {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @Column('uuid')
  recordingId: string;

  /** Whose recording and measurement it is made of. */
  @Column('uuid')
  revisionId: string;

  @ManyToOne(() => Revision, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'revision_id' })
  revision: Relation<Revision>;

  /** In the time of the finished sound, as asked; exact once it is done. */
  @Column('integer')
  startMs: number;

  @Column('integer')
  endMs: number;

  @Column('jsonb')
  order: SoundOrder;

  @Column('text')
  state: PreviewState;

  @Column('text', { nullable: true })
  errorCode: string | null;

  @Column('text', { nullable: true })
  key: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
