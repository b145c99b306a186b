import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The outbox: facts and next steps, written with what caused them. */
export class CreateOutbox implements MigrationInterface {
  name = 'CreateOutbox1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outbox (
        id bigserial not null,
        name text not null,
        payload jsonb not null,
        created_at timestamptz not null default now(),
        relayed_at timestamptz,
        constraint pk_outbox primary key (id)
      )
    `);
    await runner.query(`create index ix_outbox_relayed_at_id on outbox (relayed_at, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['outbox']) {
      await runner.query(`drop table ${table} cascade`);
    }
  }
}
