import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the web app says of a feed beside its bytes, when it was last built and told of, and which windows of episodes were told of. */
export class ServeFeedsInTime implements MigrationInterface {
  name = 'ServeFeedsInTime1790000021000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table feeds
        add built_at timestamptz,
        add prepare_at timestamptz,
        add told_digest text,
        add page_url text,
        add hubs text[] not null default '{}',
        add moved_to text
    `);
    await runner.query(
      `create index ix_feed_versions_feed_id_page_valid_from on feed_versions (feed_id, page, valid_from)`,
    );
    await runner.query(`
      alter table feed_versions
        alter identity set storage external,
        alter gzip set storage external,
        alter br set storage external
    `);
    await runner.query(`alter table episodes add windows_told_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table episodes drop windows_told_at`);
    await runner.query(`
      alter table feed_versions
        alter identity set storage extended,
        alter gzip set storage extended,
        alter br set storage extended
    `);
    await runner.query(`drop index ix_feed_versions_feed_id_page_valid_from`);
    await runner.query(
      `alter table feeds drop built_at, drop prepare_at, drop told_digest, drop page_url, drop hubs, drop moved_to`,
    );
  }
}
