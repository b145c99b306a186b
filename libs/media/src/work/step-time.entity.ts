import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Lane } from '../recording/lane.plan.js';

/** How long one finished step took for how much sound. The last ones of each step and lane are kept. */
@Entity('step_times')
@Index(['step', 'lane', 'endedAt'])
@Check('ck_step_times_lane', `lane in ('short', 'long')`)
export class StepTime {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  step: string;

  @Column('text')
  lane: Lane;

  @Column('integer')
  soundMs: number;

  @Column('integer')
  tookMs: number;

  @Column('timestamptz')
  endedAt: Date;
}
