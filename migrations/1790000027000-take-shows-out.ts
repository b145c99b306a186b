import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Archives of whole shows that were ordered, how far they are, and until when they can be fetched. */
export class TakeShowsOut implements MigrationInterface {
  name = 'TakeShowsOut1790000027000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table show_exports (
        id uuid not null,
        show_id uuid not null,
        user_id uuid,
        base_url text not null,
        with_originals boolean not null default false,
        with_drafts boolean not null default false,
        state text not null,
        step text not null default 'write',
        bytes_total bigint not null default '0',
        bytes_done bigint not null default '0',
        key text not null,
        bytes bigint,
        file_count integer,
        sha256 text,
        error_code text,
        started_at timestamptz,
        finished_at timestamptz,
        expires_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint pk_show_exports primary key (id),
        constraint ck_show_exports_state check (state in ('waiting', 'running', 'done', 'failed')),
        constraint ck_show_exports_step check (step in ('write', 'check'))
      )
    `);
    await runner.query(`create index ix_show_exports_show_id on show_exports (show_id)`);
    await runner.query(
      `alter table show_exports add constraint fk_show_exports_show_id foreign key (show_id) references shows(id) on delete cascade on update no action`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table show_exports`);
  }
}
