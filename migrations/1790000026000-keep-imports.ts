import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Shows that move in: what was read of a feed, how far each of its items is, and files that are kept as they were. */
export class KeepImports implements MigrationInterface {
  name = 'KeepImports1790000026000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table revisions drop constraint ck_revisions_origin`);
    await runner.query(
      `alter table revisions add constraint ck_revisions_origin check (origin in ('upload', 'order', 'original', 'rollback', 'tags', 'import'))`,
    );
    await runner.query(`
      create table imports (
        id uuid not null,
        show_id uuid,
        user_id uuid,
        source_url text not null,
        state text not null,
        step text not null,
        attempt integer not null default '1',
        error_code text,
        error_params jsonb not null default '{}',
        channel jsonb,
        report jsonb,
        move jsonb,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        started_at timestamptz,
        finished_at timestamptz,
        constraint pk_imports primary key (id),
        constraint ck_imports_state check (state in ('waiting', 'running', 'needs-you', 'done', 'failed', 'cancelled')),
        constraint ck_imports_step check (step in ('look', 'decide', 'make', 'copy'))
      )
    `);
    await runner.query(`create index ix_imports_show_id on imports (show_id)`);
    await runner.query(`create index ix_imports_user_id on imports (user_id)`);
    await runner.query(
      `alter table imports add constraint fk_imports_show_id foreign key (show_id) references shows(id) on delete cascade on update no action`,
    );
    await runner.query(
      `alter table imports add constraint fk_imports_user_id foreign key (user_id) references users(id) on delete set null on update no action`,
    );
    await runner.query(`
      create table import_items (
        id uuid not null,
        import_id uuid not null,
        position integer not null,
        guid text not null,
        title text not null default '',
        published_at timestamptz,
        enclosure_url text not null default '',
        enclosure_bytes bigint,
        state text not null,
        attempt integer not null default '1',
        error_code text,
        error_params jsonb not null default '{}',
        item jsonb not null,
        problems jsonb not null default '[]',
        episode_id uuid,
        bytes_done bigint not null default '0',
        bytes_total bigint,
        file jsonb,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint pk_import_items primary key (id),
        constraint ck_import_items_state check (state in ('waiting', 'running', 'done', 'skipped', 'failed'))
      )
    `);
    await runner.query(`create unique index ix_import_items_import_id_position on import_items (import_id, position)`);
    await runner.query(`create index ix_import_items_import_id_state on import_items (import_id, state)`);
    await runner.query(`create index ix_import_items_episode_id on import_items (episode_id)`);
    await runner.query(
      `alter table import_items add constraint fk_import_items_import_id foreign key (import_id) references imports(id) on delete cascade on update no action`,
    );
    await runner.query(
      `alter table import_items add constraint fk_import_items_episode_id foreign key (episode_id) references episodes(id) on delete set null on update no action`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table import_items`);
    await runner.query(`drop table imports`);
    await runner.query(`update revisions set origin = 'upload' where origin = 'import'`);
    await runner.query(`alter table revisions drop constraint ck_revisions_origin`);
    await runner.query(
      `alter table revisions add constraint ck_revisions_origin check (origin in ('upload', 'order', 'original', 'rollback', 'tags'))`,
    );
  }
}
