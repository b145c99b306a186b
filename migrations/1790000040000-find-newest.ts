import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is out, newest first, and which released copies are on lists, without a look at their rows: every page asks. */
export class FindNewest implements MigrationInterface {
  name = 'FindNewest1790000040000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index ix_episodes_newest on episodes (published_at, id)
      where state = 'published' and deleted_at is null and purged_at is null
    `);
    await runner.query(`
      create index ix_episode_copies_listed on episode_copies (episode_id, expires_at, subscribers_until)
      where kind = 'released' and not is_unlisted
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index ix_episode_copies_listed`);
    await runner.query(`drop index ix_episodes_newest`);
  }
}
