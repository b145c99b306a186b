import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wants to be told by mail, and the mails about releases. */
export class KeepFollowers implements MigrationInterface {
  name = 'KeepFollowers1790000038000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['deliveries', 'mailings', 'followers']) await runner.query(`drop table ${table}`);
  }
}

const statements = [
  `create table followers (
    id uuid not null,
    target text not null,
    target_id uuid not null,
    part integer not null default '0',
    show_id uuid not null,
    is_once boolean not null,
    email text not null,
    locale text not null,
    state text not null default 'asked',
    secret_hash text not null,
    wording text not null,
    asked_at timestamptz not null,
    asks integer not null default '1',
    confirmed_at timestamptz,
    refusals integer not null default '0',
    created_at timestamptz not null default now(),
    constraint pk_followers primary key (id),
    constraint ck_followers_target check (target in ('show', 'series', 'episode')),
    constraint ck_followers_state check (state in ('asked', 'confirmed'))
  )`,
  `create unique index ix_followers_target_target_id_part_email on followers (target, target_id, part, email)`,
  `create unique index ix_followers_secret_hash on followers (secret_hash)`,
  `create index ix_followers_show_id_state on followers (show_id, state)`,
  `create index ix_followers_email on followers (email)`,
  `alter table followers add constraint fk_followers_show_id foreign key (show_id) references shows(id) on delete cascade on update no action`,
  `create table mailings (
    id uuid not null,
    show_id uuid not null,
    episode_id uuid not null,
    due_at timestamptz not null,
    state text not null default 'waiting',
    round integer not null default '0',
    total integer not null default '0',
    sent integer not null default '0',
    failed integer not null default '0',
    finished_at timestamptz,
    created_at timestamptz not null default now(),
    constraint pk_mailings primary key (id),
    constraint ck_mailings_state check (state in ('waiting', 'sending', 'done', 'dropped'))
  )`,
  `create index ix_mailings_show_id_created_at on mailings (show_id, created_at)`,
  `create index ix_mailings_state_due_at on mailings (state, due_at)`,
  `create unique index ix_mailings_episode_id on mailings (episode_id)`,
  `alter table mailings add constraint fk_mailings_show_id foreign key (show_id) references shows(id) on delete cascade on update no action`,
  `alter table mailings add constraint fk_mailings_episode_id foreign key (episode_id) references episodes(id) on delete cascade on update no action`,
  `create table deliveries (
    mailing_id uuid not null,
    follower_id uuid not null,
    state text not null default 'waiting',
    constraint pk_deliveries primary key (mailing_id, follower_id),
    constraint ck_deliveries_state check (state in ('waiting', 'sent', 'failed'))
  )`,
  `create index ix_deliveries_follower_id on deliveries (follower_id)`,
  `alter table deliveries add constraint fk_deliveries_mailing_id foreign key (mailing_id) references mailings(id) on delete cascade on update no action`,
  `alter table deliveries add constraint fk_deliveries_follower_id foreign key (follower_id) references followers(id) on delete cascade on update no action`,
];
