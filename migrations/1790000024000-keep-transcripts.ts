import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is said in an episode, one text per language, as it is being edited and as it is released. */
export class KeepTranscripts implements MigrationInterface {
  name = 'KeepTranscripts1790000024000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table transcripts (
        copy_id uuid not null,
        lang text not null,
        digest text,
        is_timed boolean not null default false,
        segment_count integer not null default '0',
        segments jsonb,
        basis jsonb,
        former jsonb,
        speakers jsonb not null default '{}',
        saved_at timestamptz not null default now(),
        constraint pk_transcripts primary key (copy_id, lang)
      )
    `);
    await runner.query(
      `alter table transcripts add constraint fk_transcripts_copy_id foreign key (copy_id) references episode_copies(id) on delete cascade on update no action`,
    );
    await runner.query(`update episode_copies set versions = versions || '{"transcripts": 1}'`);
    await runner.query(
      `update episodes set release_with = jsonb_set(release_with, '{versions,transcripts}', '1')
       where release_with->>'versions' is not null`,
    );
    await runner.query(
      `alter table episode_copies alter versions set default '{"basics":1,"texts":1,"chapters":1,"people":1,"cover":1,"feed":1,"transcripts":1}'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table episode_copies alter versions set default '{"basics":1,"texts":1,"chapters":1,"people":1,"cover":1,"feed":1}'`,
    );
    await runner.query(
      `update episodes set release_with = release_with #- '{versions,transcripts}' where release_with is not null`,
    );
    await runner.query(`update episode_copies set versions = versions - 'transcripts'`);
    await runner.query(`drop table transcripts`);
  }
}
