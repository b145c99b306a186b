import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Users, logins, tokens, memberships, one-time links and throttles. */
export class CreateAccounts implements MigrationInterface {
  name = 'CreateAccounts1790000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table users (
        id uuid not null,
        email text not null,
        name text not null,
        password_hash text not null,
        locale text not null default 'en-CA',
        time_zone text not null default 'America/Montreal',
        is_instance_owner boolean not null default false,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint pk_users primary key (id)
      )
    `);
    await runner.query(`create unique index ix_users_email on users (email)`);
    await runner.query(`
      create table logins (
        id uuid not null,
        user_id uuid not null,
        secret_hash text not null,
        previous_hash text,
        rotated_at timestamptz not null,
        device text not null default '',
        last_seen_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        created_at timestamptz not null default now(),
        constraint pk_logins primary key (id)
      )
    `);
    await runner.query(`create index ix_logins_user_id on logins (user_id)`);
    await runner.query(`create unique index ix_logins_secret_hash on logins (secret_hash)`);
    await runner.query(`create index ix_logins_previous_hash on logins (previous_hash)`);
    await runner.query(`
      create table api_tokens (
        id uuid not null,
        user_id uuid not null,
        name text not null,
        secret_hash text not null,
        scopes text array not null,
        show_id uuid,
        valid_from timestamptz not null,
        valid_until timestamptz,
        last_used_at timestamptz,
        revoked_at timestamptz,
        created_at timestamptz not null default now(),
        constraint pk_api_tokens primary key (id)
      )
    `);
    await runner.query(`create index ix_api_tokens_user_id on api_tokens (user_id)`);
    await runner.query(`create unique index ix_api_tokens_secret_hash on api_tokens (secret_hash)`);
    await runner.query(`
      create table memberships (
        id uuid not null,
        user_id uuid not null,
        show_id uuid not null,
        role text not null,
        created_at timestamptz not null default now(),
        constraint ck_memberships_role check (role in ('owner', 'producer', 'editor', 'moderator')),
        constraint pk_memberships primary key (id)
      )
    `);
    await runner.query(`create index ix_memberships_user_id on memberships (user_id)`);
    await runner.query(`create unique index ix_memberships_show_id_user_id on memberships (show_id, user_id)`);
    await runner.query(`
      create table one_time_links (
        id uuid not null,
        purpose text not null,
        user_id uuid,
        secret_hash text not null,
        payload jsonb not null default '{}',
        expires_at timestamptz not null,
        used_at timestamptz,
        created_at timestamptz not null default now(),
        constraint ck_one_time_links_purpose check (purpose in ('setup', 'reset', 'email-old', 'email-new', 'invite')),
        constraint pk_one_time_links primary key (id)
      )
    `);
    await runner.query(`create index ix_one_time_links_user_id on one_time_links (user_id)`);
    await runner.query(`create unique index ix_one_time_links_secret_hash on one_time_links (secret_hash)`);
    await runner.query(`
      create table throttles (
        key text not null,
        tries integer not null,
        window_ends_at timestamptz not null,
        constraint pk_throttles primary key (key)
      )
    `);
    await runner.query(
      `alter table logins add constraint fk_logins_user_id foreign key (user_id) references users(id) on delete cascade on update no action`,
    );
    await runner.query(
      `alter table api_tokens add constraint fk_api_tokens_user_id foreign key (user_id) references users(id) on delete cascade on update no action`,
    );
    await runner.query(
      `alter table api_tokens add constraint fk_api_tokens_show_id foreign key (show_id) references shows(id) on delete cascade on update no action`,
    );
    await runner.query(
      `alter table memberships add constraint fk_memberships_user_id foreign key (user_id) references users(id) on delete cascade on update no action`,
    );
    await runner.query(
      `alter table memberships add constraint fk_memberships_show_id foreign key (show_id) references shows(id) on delete cascade on update no action`,
    );
    await runner.query(
      `alter table one_time_links add constraint fk_one_time_links_user_id foreign key (user_id) references users(id) on delete cascade on update no action`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['throttles', 'one_time_links', 'memberships', 'api_tokens', 'logins', 'users']) {
      await runner.query(`drop table ${table} cascade`);
    }
  }
}
