import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What becomes of clips and quotes: the sound that their times are of, versions, captions, who was asked when, and a show's rules. */
export class ReviewClipsAndQuotes implements MigrationInterface {
  name = 'ReviewClipsAndQuotes1790000035000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table shows add review jsonb not null default '{}'`);
    for (const table of ['clips', 'quotes']) {
      await runner.query(`alter table ${table} add basis jsonb`);
      await runner.query(`alter table ${table} add version integer not null default '1'`);
      await runner.query(`alter table ${table} add asked_at timestamptz`);
      await runner.query(`alter table ${table} add dropped_at timestamptz`);
      await runner.query(`alter table ${table} add scope jsonb not null default '{}'`);
    }
    await runner.query(`alter table clips add captions jsonb not null default '{}'`);
    await runner.query(`alter table clips add score integer not null default '0'`);
    await runner.query(`alter table quotes add reason text not null default ''`);
    await runner.query(`alter table quotes add score integer not null default '0'`);
    await runner.query(`alter table guest_links add reminded_at timestamptz`);
    await runner.query(`alter table guest_links add settled_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table guest_links drop settled_at`);
    await runner.query(`alter table guest_links drop reminded_at`);
    await runner.query(`alter table quotes drop score`);
    await runner.query(`alter table quotes drop reason`);
    await runner.query(`alter table clips drop score`);
    await runner.query(`alter table clips drop captions`);
    for (const table of ['quotes', 'clips']) {
      for (const column of ['scope', 'dropped_at', 'asked_at', 'version', 'basis']) {
        await runner.query(`alter table ${table} drop ${column}`);
      }
    }
    await runner.query(`alter table shows drop review`);
  }
}
