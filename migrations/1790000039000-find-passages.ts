import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What can be found: passages of what is released, with their words. */
export class FindPassages implements MigrationInterface {
  name = 'FindPassages1790000039000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['search_passages', 'search_entries']) await runner.query(`drop table ${table}`);
  }
}

const statements = [
  `create table search_entries (
    episode_id uuid not null,
    wanted integer not null default '1',
    done integer not null default '0',
    asked_at timestamptz not null default now(),
    constraint pk_search_entries primary key (episode_id)
  )`,
  `alter table search_entries add constraint fk_search_entries_episode_id foreign key (episode_id) references episodes(id) on delete cascade on update no action`,
  `create table search_passages (
    episode_id uuid not null,
    position integer not null,
    weight smallint not null,
    kind text not null,
    lang text not null,
    config text not null,
    start_ms integer,
    speaker text not null default '',
    text text not null,
    starts integer array not null default '{}',
    words tsvector not null,
    constraint pk_search_passages primary key (episode_id, position),
    constraint ck_search_passages_kind check (kind in ('title', 'summary', 'takeaway', 'chapter', 'notes', 'person', 'tag', 'transcript')),
    constraint ck_search_passages_config check (config in ('english', 'french', 'simple'))
  )`,
  `alter table search_passages add constraint fk_search_passages_episode_id foreign key (episode_id) references episodes(id) on delete cascade on update no action`,
  `create index ix_search_passages_english on search_passages using gin (words) with (fastupdate = off) where config = 'english'`,
  `create index ix_search_passages_french on search_passages using gin (words) with (fastupdate = off) where config = 'french'`,
  `create index ix_search_passages_simple on search_passages using gin (words) with (fastupdate = off) where config = 'simple'`,
];
