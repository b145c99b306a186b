import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a revision's file was released, after which it never changes; and the order of tags that it could not be given. */
export class FreezeReleasedSound implements MigrationInterface {
  name = 'FreezeReleasedSound1790000006000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table revisions add released_at timestamptz, add refused_order jsonb`);
    await runner.query(
      `update revisions set released_at = now()
       where id in (select revision_id from episode_copies where kind = 'released')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table revisions drop released_at, drop refused_order`);
  }
}
