import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Shows, events, episodes with their working and released copies, and their addresses. */
export class CreateCatalog implements MigrationInterface {
  name = 'CreateCatalog1790000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table shows (
        id uuid not null,
        slug text not null,
        language text not null,
        category text not null,
        subcategory text not null default '',
        explicit boolean not null default false,
        type text not null default 'episodic',
        author text not null default '',
        owner_email text not null default '',
        time_zone text not null default 'America/Montreal',
        copyright text not null default '',
        locked boolean not null default true,
        podcast_guid uuid,
        cover_key text,
        cover_width integer,
        accent text not null default '',
        host_ids uuid array not null default '{}',
        version integer not null default '1',
        deleted_at timestamptz,
        purged_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint ck_shows_type check (type in ('episodic', 'serial')),
        constraint pk_shows primary key (id)
      )
    `);
    await runner.query(`create unique index ix_shows_slug on shows (slug)`);
    await runner.query(`
      create table show_texts (
        show_id uuid not null,
        lang text not null,
        title text not null,
        description text not null default '',
        constraint pk_show_texts primary key (show_id, lang)
      )
    `);
    await runner.query(`
      create table events (
        id uuid not null,
        show_id uuid not null,
        slug text not null,
        starts_on date not null,
        ends_on date not null,
        time_zone text not null,
        place text not null default '',
        podcast_guid uuid,
        version integer not null default '1',
        deleted_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint pk_events primary key (id)
      )
    `);
    await runner.query(`create index ix_events_show_id on events (show_id)`);
    await runner.query(`create unique index ix_events_slug on events (slug)`);
    await runner.query(`
      create table event_texts (
        event_id uuid not null,
        lang text not null,
        name text not null,
        description text not null default '',
        constraint pk_event_texts primary key (event_id, lang)
      )
    `);
    await runner.query(`
      create table episodes (
        id uuid not null,
        show_id uuid not null,
        event_id uuid,
        guid text not null,
        recording_id uuid,
        state text not null default 'draft',
        published_at timestamptz,
        scheduled_at timestamptz,
        scheduled_local text,
        scheduled_zone text,
        has_unreleased_changes boolean not null default false,
        deleted_at timestamptz,
        purged_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint ck_episodes_state check (state in ('draft', 'scheduled', 'published', 'withdrawn')),
        constraint pk_episodes primary key (id)
      )
    `);
    await runner.query(`create index ix_episodes_event_id on episodes (event_id)`);
    await runner.query(`create index ix_episodes_recording_id on episodes (recording_id)`);
    await runner.query(`create index ix_episodes_scheduled_at on episodes (scheduled_at)`);
    await runner.query(
      `create index ix_episodes_show_id_state_published_at on episodes (show_id, state, published_at)`,
    );
    await runner.query(`
      create table episode_copies (
        id uuid not null,
        episode_id uuid not null,
        kind text not null,
        type text not null default 'full',
        number integer,
        season integer,
        explicit boolean not null default false,
        language text not null,
        recorded_on date,
        room text not null default '',
        track text not null default '',
        programme_at timestamptz,
        cover_key text,
        cover_width integer,
        revision_id uuid,
        versions jsonb not null default '{"basics":1,"texts":1,"chapters":1,"people":1,"cover":1}',
        proposals jsonb not null default '{}',
        proposed_names text array not null default '{}',
        updated_at timestamptz not null default now(),
        constraint ck_episode_copies_type check (type in ('full', 'trailer', 'bonus')),
        constraint ck_episode_copies_kind check (kind in ('working', 'released')),
        constraint pk_episode_copies primary key (id)
      )
    `);
    await runner.query(`create unique index ix_episode_copies_episode_id_kind on episode_copies (episode_id, kind)`);
    await runner.query(`
      create table episode_texts (
        copy_id uuid not null,
        lang text not null,
        title text not null default '',
        summary text not null default '',
        notes text not null default '',
        constraint pk_episode_texts primary key (copy_id, lang)
      )
    `);
    await runner.query(`
      create table chapters (
        id uuid not null,
        copy_id uuid not null,
        position integer not null,
        start_ms integer not null,
        title text not null,
        url text not null default '',
        constraint pk_chapters primary key (id)
      )
    `);
    await runner.query(`create unique index ix_chapters_copy_id_position on chapters (copy_id, position)`);
    await runner.query(`
      create table appearances (
        id uuid not null,
        copy_id uuid not null,
        person_id uuid not null,
        position integer not null,
        role text not null,
        organisation text not null default '',
        constraint pk_appearances primary key (id)
      )
    `);
    await runner.query(`create index ix_appearances_person_id on appearances (person_id)`);
    await runner.query(`create unique index ix_appearances_copy_id_position on appearances (copy_id, position)`);
    await runner.query(`
      create table appearance_texts (
        appearance_id uuid not null,
        lang text not null,
        title text not null default '',
        disclaimer text not null default '',
        constraint pk_appearance_texts primary key (appearance_id, lang)
      )
    `);
    await runner.query(`
      create table episode_changes (
        id uuid not null,
        episode_id uuid not null,
        field_group text not null,
        version integer not null,
        user_id uuid,
        before jsonb not null,
        after jsonb not null,
        created_at timestamptz not null default now(),
        constraint pk_episode_changes primary key (id)
      )
    `);
    await runner.query(
      `create index ix_episode_changes_episode_id_created_at on episode_changes (episode_id, created_at)`,
    );
    await runner.query(`
      create table episode_addresses (
        id uuid not null,
        episode_id uuid not null,
        parent_id uuid not null,
        lang text not null,
        slug text not null,
        is_current boolean not null,
        created_at timestamptz not null default now(),
        constraint pk_episode_addresses primary key (id)
      )
    `);
    await runner.query(`create index ix_episode_addresses_episode_id on episode_addresses (episode_id)`);
    await runner.query(
      `create unique index ix_episode_addresses_parent_id_lang_slug on episode_addresses (parent_id, lang, slug)`,
    );
    await runner.query(
      `alter table show_texts add constraint fk_show_texts_show_id foreign key (show_id) references shows(id) on delete cascade on update no action`,
    );
    await runner.query(
      `alter table events add constraint fk_events_show_id foreign key (show_id) references shows(id) on delete cascade on update no action`,
    );
    await runner.query(
      `alter table event_texts add constraint fk_event_texts_event_id foreign key (event_id) references events(id) on delete cascade on update no action`,
    );
    await runner.query(
      `alter table episodes add constraint fk_episodes_show_id foreign key (show_id) references shows(id) on delete cascade on update no action`,
    );
    await runner.query(
      `alter table episodes add constraint fk_episodes_event_id foreign key (event_id) references events(id) on delete set null on update no action`,
    );
    await runner.query(
      `alter table episodes add constraint fk_episodes_recording_id foreign key (recording_id) references recordings(id) on delete set null on update no action`,
    );
    await runner.query(
      `alter table episode_copies add constraint fk_episode_copies_episode_id foreign key (episode_id) references episodes(id) on delete cascade on update no action`,
    );
    await runner.query(
      `alter table episode_copies add constraint fk_episode_copies_revision_id foreign key (revision_id) references revisions(id) on delete set null on update no action`,
    );
    await runner.query(
      `alter table episode_texts add constraint fk_episode_texts_copy_id foreign key (copy_id) references episode_copies(id) on delete cascade on update no action`,
    );
    await runner.query(
      `alter table chapters add constraint fk_chapters_copy_id foreign key (copy_id) references episode_copies(id) on delete cascade on update no action`,
    );
    await runner.query(
      `alter table appearances add constraint fk_appearances_copy_id foreign key (copy_id) references episode_copies(id) on delete cascade on update no action`,
    );
    await runner.query(
      `alter table appearances add constraint fk_appearances_person_id foreign key (person_id) references persons(id) on delete restrict on update no action`,
    );
    await runner.query(
      `alter table appearance_texts add constraint fk_appearance_texts_appearance_id foreign key (appearance_id) references appearances(id) on delete cascade on update no action`,
    );
    await runner.query(
      `alter table episode_changes add constraint fk_episode_changes_episode_id foreign key (episode_id) references episodes(id) on delete cascade on update no action`,
    );
    await runner.query(
      `alter table episode_addresses add constraint fk_episode_addresses_episode_id foreign key (episode_id) references episodes(id) on delete cascade on update no action`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'episode_addresses',
      'episode_changes',
      'appearance_texts',
      'appearances',
      'chapters',
      'episode_texts',
      'episode_copies',
      'episodes',
      'event_texts',
      'events',
      'show_texts',
      'shows',
    ]) {
      await runner.query(`drop table ${table} cascade`);
    }
  }
}
