import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where anybody may write to a person, on their own page. */
export class AddContact implements MigrationInterface {
  name = 'AddContact1790000043000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table persons add column contact text not null default ''`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table persons drop column contact`);
  }
}
