import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far a revision has ever been, how long the last steps took, and which workers give signs of life. */
export class MeasureWork implements MigrationInterface {
  name = 'MeasureWork1790000012000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table revisions add reached real not null default 0`);
    await runner.query(`
      create table step_times (
        id uuid not null,
        step text not null,
        lane text not null,
        sound_ms integer not null,
        took_ms integer not null,
        ended_at timestamptz not null,
        constraint ck_step_times_lane check (lane in ('short', 'long')),
        constraint pk_step_times primary key (id)
      )
    `);
    await runner.query(`create index ix_step_times_step_lane_ended_at on step_times (step, lane, ended_at)`);
    await runner.query(`
      create table workers (
        id uuid not null,
        started_at timestamptz not null,
        seen_at timestamptz not null,
        constraint pk_workers primary key (id)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table workers`);
    await runner.query(`drop table step_times`);
    await runner.query(`alter table revisions drop reached`);
  }
}
