import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Feeds that named somebody who was erased: what they said before is not kept. */
export class ForgetErased implements MigrationInterface {
  name = 'ForgetErased1790000042000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table feeds add column forget_version integer not null default '0'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table feeds drop column forget_version`);
  }
}
