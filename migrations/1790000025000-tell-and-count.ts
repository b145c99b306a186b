import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hubs are told of changes, and what feeds are asked for is counted by app and day. */
export class TellAndCount implements MigrationInterface {
  name = 'TellAndCount1790000025000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table pushes (
        id uuid not null,
        feed_id uuid not null,
        target text not null,
        address text not null,
        topic text not null,
        medium text not null,
        state text not null default 'waiting',
        changes integer not null default '1',
        tries integer not null default '0',
        last_status integer,
        error text,
        tried_at timestamptz,
        sent_at timestamptz,
        created_at timestamptz not null default now(),
        constraint pk_pushes primary key (id),
        constraint ck_pushes_target check (target in ('websub', 'podping')),
        constraint ck_pushes_state check (state in ('waiting', 'sent', 'failed', 'dropped'))
      )
    `);
    await runner.query(
      `alter table pushes add constraint fk_pushes_feed_id foreign key (feed_id) references feeds(id) on delete cascade on update no action`,
    );
    await runner.query(
      `create unique index ix_pushes_feed_id_address on pushes (feed_id, address) where state = 'waiting'`,
    );
    await runner.query(`create index ix_pushes_feed_id_created_at on pushes (feed_id, created_at)`);
    await runner.query(`
      create table feed_fetches (
        feed_id uuid not null,
        day date not null,
        app text not null,
        ok integer not null default '0',
        unchanged integer not null default '0',
        other integer not null default '0',
        bytes bigint not null default '0',
        constraint pk_feed_fetches primary key (feed_id, day, app)
      )
    `);
    await runner.query(
      `alter table feed_fetches add constraint fk_feed_fetches_feed_id foreign key (feed_id) references feeds(id) on delete cascade on update no action`,
    );
    await runner.query(`
      create table feed_version_fetches (
        version_id uuid not null,
        app text not null,
        first_at timestamptz not null,
        count integer not null default '0',
        constraint pk_feed_version_fetches primary key (version_id, app)
      )
    `);
    await runner.query(
      `alter table feed_version_fetches add constraint fk_feed_version_fetches_version_id foreign key (version_id) references feed_versions(id) on delete cascade on update no action`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table feed_version_fetches`);
    await runner.query(`drop table feed_fetches`);
    await runner.query(`drop table pushes`);
  }
}
