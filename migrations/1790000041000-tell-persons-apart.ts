import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records that look alike, of which somebody said that they are two people. */
export class TellPersonsApart implements MigrationInterface {
  name = 'TellPersonsApart1790000041000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table person_differences (
      one_id uuid not null,
      other_id uuid not null,
      user_id uuid,
      created_at timestamptz not null default now(),
      constraint pk_person_differences primary key (one_id, other_id),
      constraint ck_person_differences_order check (one_id < other_id)
    )`);
    await runner.query(`create index ix_person_differences_other_id on person_differences (other_id)`);
    for (const column of ['one_id', 'other_id']) {
      await runner.query(
        `alter table person_differences add constraint fk_person_differences_${column} foreign key (${column}) references persons(id) on delete cascade on update no action`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table person_differences`);
  }
}
