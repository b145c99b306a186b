import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Episodes that have a page before their release, and files beside the sound. */
export class AnnounceEpisodes implements MigrationInterface {
  name = 'AnnounceEpisodes1790000032000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table episodes add is_announced boolean not null default false`);
    await runner.query(`alter table episode_copies add files jsonb not null default '[]'`);
    await runner.query(`update episode_copies set versions = versions || '{"files": 1}'`);
    await runner.query(
      `update episodes set release_with = jsonb_set(release_with, '{versions,files}', '1')
       where release_with->>'versions' is not null`,
    );
    await runner.query(`alter table episode_copies alter versions set default '${withFiles}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table episode_copies alter versions set default '${withoutFiles}'`);
    await runner.query(
      `update episodes set release_with = release_with #- '{versions,files}' where release_with->>'versions' is not null`,
    );
    await runner.query(`update episode_copies set versions = versions - 'files'`);
    await runner.query(`delete from episode_changes where field_group = 'files'`);
    await runner.query(`alter table episode_copies drop files`);
    await runner.query(`alter table episodes drop is_announced`);
  }
}

const withoutFiles = '{"basics":1,"texts":1,"chapters":1,"people":1,"cover":1,"feed":1,"transcripts":1}';
const withFiles = '{"basics":1,"texts":1,"chapters":1,"people":1,"cover":1,"feed":1,"transcripts":1,"files":1}';
