import { newId } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { type Lane, laneOf } from '../recording/lane.plan.js';
import type { Revision } from '../recording/revision.entity.js';
import type { WorkStep } from '../recording/revision.state.js';
import { leastSoundMs, type Pace } from './estimate.plan.js';
import { StepTime } from './step-time.entity.js';

/** So many of each step and lane say how long the next will take. */
const kept = 20;

/** Remembers how long a finished step took. A copy with new tags says nothing about making sound. */
export async function keepStepTime(
  manager: EntityManager,
  revision: Revision,
  step: WorkStep,
  tookMs: number,
  endedAt: Date,
): Promise<void> {
  if (!revision.durationMs || revision.origin === 'tags') return;
  const lane = laneOf(revision);
  const soundMs = Math.max(leastSoundMs, revision.durationMs);
  await manager.insert(StepTime, { id: newId(endedAt.getTime()), step, lane, soundMs, tookMs, endedAt });
  await manager.query(
    `delete from step_times where id in (
       select id from step_times where step = $1 and lane = $2 order by ended_at desc, id desc offset ${kept})`,
    [step, lane],
  );
}

export async function readPaces(manager: EntityManager): Promise<Pace[]> {
  const rows = await manager
    .createQueryBuilder(StepTime, 'time')
    .select(['time.step as step', 'time.lane as lane', 'count(*)::int as jobs'])
    .addSelect('sum(time.soundMs)::float', 'soundMs')
    .addSelect('sum(time.tookMs)::float', 'tookMs')
    .groupBy('time.step')
    .addGroupBy('time.lane')
    .getRawMany<{ step: WorkStep; lane: Lane; jobs: number; soundMs: number; tookMs: number }>();
  return rows;
}
