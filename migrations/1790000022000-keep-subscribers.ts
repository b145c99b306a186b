import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who hears a show by a feed of their own, what listeners put together, and the podcast:guid of every kind of feed. */
export class KeepSubscribers implements MigrationInterface {
  name = 'KeepSubscribers1790000022000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table feeds add podcast_guid uuid`);
    await runner.query(`alter table persons add photo_width integer`);
    await runner.query(`alter table series drop podcast_guid`);
    await runner.query(`create index ix_episode_copies_tag_slugs on episode_copies using gin (tag_slugs)`);
    await runner.query(`
      create table subscribers (
        id uuid not null,
        show_id uuid not null,
        name text not null,
        secret_hash text not null,
        secret_at timestamptz not null,
        revoked_at timestamptz,
        fetched_on date,
        created_at timestamptz not null default now(),
        constraint pk_subscribers primary key (id)
      )
    `);
    await runner.query(`create index ix_subscribers_show_id on subscribers (show_id)`);
    await runner.query(`create unique index ix_subscribers_secret_hash on subscribers (secret_hash)`);
    await runner.query(
      `alter table subscribers add constraint fk_subscribers_show_id foreign key (show_id) references shows(id) on delete cascade on update no action`,
    );
    await runner.query(`
      create table selections (
        id uuid not null,
        secret_hash text not null,
        lang text not null,
        show_ids uuid[] not null default '{}',
        person_ids uuid[] not null default '{}',
        tag_slugs text[] not null default '{}',
        episode_ids uuid[] not null default '{}',
        fetched_on date,
        created_at timestamptz not null default now(),
        constraint pk_selections primary key (id)
      )
    `);
    await runner.query(`create unique index ix_selections_secret_hash on selections (secret_hash)`);
    await runner.query(`
      create table episode_places (
        episode_id uuid not null,
        feeds jsonb not null,
        constraint pk_episode_places primary key (episode_id)
      )
    `);
    await runner.query(
      `alter table episode_places add constraint fk_episode_places_episode_id foreign key (episode_id) references episodes(id) on delete cascade on update no action`,
    );
    for (const column of ['show_ids', 'person_ids', 'tag_slugs', 'episode_ids']) {
      await runner.query(`create index ix_selections_${column} on selections using gin (${column})`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table episode_places`);
    await runner.query(`drop table selections`);
    await runner.query(`drop table subscribers`);
    await runner.query(`drop index ix_episode_copies_tag_slugs`);
    await runner.query(`alter table series add podcast_guid uuid`);
    await runner.query(`alter table persons drop photo_width`);
    await runner.query(`alter table feeds drop podcast_guid`);
  }
}
