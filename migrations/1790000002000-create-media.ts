import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Uploads, recordings, revisions and the files made from them. */
export class CreateMedia implements MigrationInterface {
  name = 'CreateMedia1790000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table uploads (
        id uuid not null,
        scope uuid not null,
        recording_id uuid,
        user_id uuid,
        state text not null,
        file_name text not null,
        total_bytes bigint not null,
        received_bytes bigint not null default '0',
        key text not null,
        sha256 text,
        claimed_sha256 text,
        expires_at timestamptz not null,
        created_at timestamptz not null default now(),
        constraint ck_uploads_state check (state in ('receiving', 'finished', 'refused', 'expired')),
        constraint pk_uploads primary key (id)
      )
    `);
    await runner.query(`create index ix_uploads_scope on uploads (scope)`);
    await runner.query(`create index ix_uploads_recording_id on uploads (recording_id)`);
    await runner.query(`
      create table recordings (
        id uuid not null,
        scope uuid not null,
        created_at timestamptz not null default now(),
        constraint pk_recordings primary key (id)
      )
    `);
    await runner.query(`create index ix_recordings_scope on recordings (scope)`);
    await runner.query(`
      create table revisions (
        id uuid not null,
        recording_id uuid not null,
        number integer not null,
        state text not null,
        step text not null,
        progress real,
        attempt integer not null default '1',
        error_code text,
        error_params jsonb not null default '{}',
        upload_id uuid,
        original_key text,
        original_name text not null default '',
        original_sha256 text,
        original_bytes bigint not null default '0',
        "order" jsonb not null default '{}',
        probe jsonb,
        analysis_key text,
        plan jsonb,
        rendered_key text,
        report jsonb,
        waveform jsonb,
        duration_ms integer,
        started_at timestamptz,
        finished_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint ck_revisions_step check (step in ('receive', 'probe', 'analyse', 'plan', 'render', 'verify')),
        constraint ck_revisions_state check (state in ('waiting', 'running', 'needs-you', 'done', 'failed', 'cancelled')),
        constraint pk_revisions primary key (id)
      )
    `);
    await runner.query(`create index ix_revisions_state on revisions (state)`);
    await runner.query(`create unique index ix_revisions_recording_id_number on revisions (recording_id, number)`);
    await runner.query(`
      create table renditions (
        id uuid not null,
        revision_id uuid not null,
        kind text not null,
        key text not null,
        mime text not null,
        bytes bigint not null,
        duration_ms integer not null,
        bitrate integer not null,
        sha256 text not null,
        created_at timestamptz not null default now(),
        constraint ck_renditions_kind check (kind in ('mp3')),
        constraint pk_renditions primary key (id)
      )
    `);
    await runner.query(`create unique index ix_renditions_revision_id_kind on renditions (revision_id, kind)`);
    await runner.query(
      `alter table revisions add constraint fk_revisions_recording_id foreign key (recording_id) references recordings(id) on delete cascade on update no action`,
    );
    await runner.query(
      `alter table renditions add constraint fk_renditions_revision_id foreign key (revision_id) references revisions(id) on delete cascade on update no action`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['renditions', 'revisions', 'recordings', 'uploads']) {
      await runner.query(`drop table ${table} cascade`);
    }
  }
}
