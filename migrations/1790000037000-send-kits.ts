import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a guest's kit needs beside its link: short addresses, what was decided, which mails went out, what came of it. */
export class SendKits implements MigrationInterface {
  name = 'SendKits1790000037000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['share_counts', 'guest_letters', 'guest_kits', 'short_codes']) {
      await runner.query(`drop table ${table}`);
    }
  }
}

const toLink = (table: string) =>
  `alter table ${table} add constraint fk_${table}_link_id foreign key (link_id) references guest_links(id) on delete cascade on update no action`;

const statements = [
  `create table short_codes (
    code text not null,
    episode_id uuid not null,
    link_id uuid,
    created_at timestamptz not null default now(),
    constraint pk_short_codes primary key (code)
  )`,
  `create unique index ix_short_codes_episode_id on short_codes (episode_id) where link_id is null`,
  `create unique index ix_short_codes_link_id on short_codes (link_id)`,
  `alter table short_codes add constraint fk_short_codes_episode_id foreign key (episode_id) references episodes(id) on delete cascade on update no action`,
  toLink('short_codes'),
  `create table guest_kits (
    link_id uuid not null,
    letters_off text array not null default '{}',
    remind_on date,
    texts jsonb not null default '[]',
    updated_at timestamptz not null default now(),
    constraint pk_guest_kits primary key (link_id)
  )`,
  toLink('guest_kits'),
  `create table guest_letters (
    link_id uuid not null,
    kind text not null,
    round text not null default '',
    state text not null default 'due',
    sent_to text not null default '',
    due_at timestamptz not null,
    sent_at timestamptz,
    constraint pk_guest_letters primary key (link_id, kind, round),
    constraint ck_guest_letters_state check (state in ('due', 'sent', 'refused', 'dropped'))
  )`,
  `create index ix_guest_letters_state on guest_letters (state)`,
  toLink('guest_letters'),
  `create table share_counts (
    link_id uuid not null,
    day date not null,
    visits integer not null default '0',
    plays integer not null default '0',
    shares integer not null default '0',
    constraint pk_share_counts primary key (link_id, day)
  )`,
  toLink('share_counts'),
];
