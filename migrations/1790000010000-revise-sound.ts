import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a revision comes from, how urgent it is and what replaced it; further tracks; more kinds of files; previews. */
export class ReviseSound implements MigrationInterface {
  name = 'ReviseSound1790000010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table revisions
        add origin text not null default 'upload',
        add based_on_id uuid,
        add urgency text not null default 'now',
        add replaced_at timestamptz,
        add tracks jsonb not null default '[]',
        add constraint ck_revisions_origin check (origin in ('upload', 'order', 'original', 'rollback', 'tags')),
        add constraint ck_revisions_urgency check (urgency in ('now', 'batch'))
    `);
    await runner.query(`
      update revisions older set replaced_at = newer.released_at from revisions newer
      where older.released_at is not null and newer.recording_id = older.recording_id
        and newer.released_at is not null and newer.number > older.number
    `);
    await runner.query(`alter table uploads add purpose text not null default 'recording'`);
    await runner.query(
      `alter table uploads add constraint ck_uploads_purpose check (purpose in ('recording', 'piece', 'track'))`,
    );
    await runner.query(`alter table renditions drop constraint ck_renditions_kind`);
    await runner.query(
      `alter table renditions add constraint ck_renditions_kind check (kind in ('mp3', 'm4a', 'opus', 'video', 'hls'))`,
    );
    await runner.query(`create index ix_renditions_key on renditions (key)`);
    await runner.query(`
      create table previews (
        id uuid not null,
        recording_id uuid not null,
        revision_id uuid not null,
        start_ms integer not null,
        end_ms integer not null,
        "order" jsonb not null,
        state text not null,
        error_code text,
        key text,
        created_at timestamptz not null default now(),
        constraint ck_previews_state check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
        constraint pk_previews primary key (id)
      )
    `);
    await runner.query(`create index ix_previews_recording_id on previews (recording_id)`);
    await runner.query(
      `alter table previews add constraint fk_previews_revision_id foreign key (revision_id) references revisions(id) on delete cascade on update no action`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table previews`);
    await runner.query(`drop index ix_renditions_key`);
    await runner.query(`delete from renditions where kind <> 'mp3'`);
    await runner.query(`alter table renditions drop constraint ck_renditions_kind`);
    await runner.query(`alter table renditions add constraint ck_renditions_kind check (kind in ('mp3'))`);
    await runner.query(`alter table uploads drop purpose`);
    await runner.query(
      `alter table revisions drop origin, drop based_on_id, drop urgency, drop replaced_at, drop tracks`,
    );
  }
}
