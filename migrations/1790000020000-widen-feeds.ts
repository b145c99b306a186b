import type { MigrationInterface, QueryRunner } from 'typeorm';

/** More kinds of feeds, bytes stored ahead of their time, mini-series, tags, and what feeds say beyond the usual. */
export class WidenFeeds implements MigrationInterface {
  name = 'WidenFeeds1790000020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table shows
        add feed jsonb not null default '{}',
        add feed_version integer not null default '1'
    `);
    await runner.query(`
      create table series (
        id uuid not null,
        show_id uuid not null,
        slug text not null,
        parts integer,
        podcast_guid uuid,
        version integer not null default '1',
        deleted_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint pk_series primary key (id)
      )
    `);
    await runner.query(`create unique index ix_series_show_id_slug on series (show_id, slug)`);
    await runner.query(
      `alter table series add constraint fk_series_show_id foreign key (show_id) references shows(id) on delete cascade on update no action`,
    );
    await runner.query(`
      create table series_texts (
        series_id uuid not null,
        lang text not null,
        name text not null,
        description text not null default '',
        constraint pk_series_texts primary key (series_id, lang)
      )
    `);
    await runner.query(
      `alter table series_texts add constraint fk_series_texts_series_id foreign key (series_id) references series(id) on delete cascade on update no action`,
    );
    await runner.query(`
      alter table episode_copies
        add feed jsonb not null default '{}',
        add series_id uuid,
        add part integer,
        add tags text[] not null default '{}',
        add tag_slugs text[] not null default '{}',
        add subscribers_until timestamptz,
        add expires_at timestamptz
    `);
    await runner.query(
      `alter table episode_copies add constraint fk_episode_copies_series_id foreign key (series_id) references series(id) on delete set null on update no action`,
    );
    await runner.query(`create index ix_episode_copies_series_id on episode_copies (series_id)`);
    await runner.query(`update episode_copies set versions = versions || '{"feed": 1}'`);
    await runner.query(
      `update episodes set release_with = jsonb_set(release_with, '{versions,feed}', '1')
       where release_with->>'versions' is not null`,
    );
    await runner.query(
      `alter table episode_copies alter versions set default '{"basics":1,"texts":1,"chapters":1,"people":1,"cover":1,"feed":1}'`,
    );
    await runner.query(`alter table feeds drop constraint ck_feeds_kind`);
    await runner.query(`alter table feeds add key text not null default ''`);
    await runner.query(
      `alter table feeds add constraint ck_feeds_kind check (kind in ('show', 'season', 'series', 'language', 'video', 'event', 'track', 'person', 'tag', 'private', 'personal'))`,
    );
    await runner.query(`drop index ix_feeds_kind_subject_id`);
    await runner.query(`create unique index ix_feeds_kind_subject_id_key on feeds (kind, subject_id, key)`);
    await runner.query(`
      alter table feed_versions
        add page integer not null default '1',
        add valid_from timestamptz not null default now()
    `);
    await runner.query(`update feed_versions set valid_from = created_at`);
    await runner.query(`drop index ix_feed_versions_feed_id_version`);
    await runner.query(
      `create unique index ix_feed_versions_feed_id_version_valid_from_page on feed_versions (feed_id, version, valid_from, page)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from feed_versions where page > 1 or valid_from > now()`);
    await runner.query(`drop index ix_feed_versions_feed_id_version_valid_from_page`);
    await runner.query(
      `delete from feed_versions v using feed_versions w
       where v.feed_id = w.feed_id and v.version = w.version and v.valid_from < w.valid_from`,
    );
    await runner.query(`create unique index ix_feed_versions_feed_id_version on feed_versions (feed_id, version)`);
    await runner.query(`alter table feed_versions drop page, drop valid_from`);
    await runner.query(`delete from feeds where kind not in ('show', 'event')`);
    await runner.query(`drop index ix_feeds_kind_subject_id_key`);
    await runner.query(`alter table feeds drop constraint ck_feeds_kind`);
    await runner.query(`alter table feeds drop key`);
    await runner.query(`alter table feeds add constraint ck_feeds_kind check (kind in ('show', 'event'))`);
    await runner.query(`create unique index ix_feeds_kind_subject_id on feeds (kind, subject_id)`);
    await runner.query(
      `alter table episode_copies alter versions set default '{"basics":1,"texts":1,"chapters":1,"people":1,"cover":1}'`,
    );
    await runner.query(
      `update episodes set release_with = release_with #- '{versions,feed}' where release_with is not null`,
    );
    await runner.query(`update episode_copies set versions = versions - 'feed'`);
    await runner.query(`drop index ix_episode_copies_series_id`);
    await runner.query(
      `alter table episode_copies drop feed, drop series_id, drop part, drop tags, drop tag_slugs, drop subscribers_until, drop expires_at`,
    );
    await runner.query(`drop table series_texts`);
    await runner.query(`drop table series`);
    await runner.query(`alter table shows drop feed, drop feed_version`);
  }
}
