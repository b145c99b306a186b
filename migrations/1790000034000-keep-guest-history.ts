import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What guests said and did: histories, codes, receipts, corrections; what became of persons: addresses, changes, merges. */
export class KeepGuestHistory implements MigrationInterface {
  name = 'KeepGuestHistory1790000034000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of undo) await runner.query(statement);
  }
}

const statements = [
  `create table guest_link_events (
    id uuid not null,
    link_id uuid not null,
    at timestamptz not null,
    actor text not null,
    user_id uuid,
    what text not null,
    detail jsonb not null default '{}',
    constraint pk_guest_link_events primary key (id),
    constraint ck_guest_link_events_actor check (actor in ('guest', 'team', 'user', 'system'))
  )`,
  `create index ix_guest_link_events_link_id_at on guest_link_events (link_id, at)`,
  `alter table guest_link_events add constraint fk_guest_link_events_link_id foreign key (link_id) references guest_links(id) on delete cascade on update no action`,
  `create table guest_codes (
    link_id uuid not null,
    asked_at timestamptz not null,
    tries integer not null default '0',
    used_at timestamptz,
    mailed_at timestamptz,
    constraint pk_guest_codes primary key (link_id)
  )`,
  `alter table guest_codes add constraint fk_guest_codes_link_id foreign key (link_id) references guest_links(id) on delete cascade on update no action`,
  `create table consent_receipts (
    id uuid not null,
    link_id uuid not null,
    at timestamptz not null,
    consents jsonb not null,
    changed text array not null default '{}',
    locale text not null,
    words text not null,
    proof text not null,
    user_id uuid,
    mailed_at timestamptz,
    constraint pk_consent_receipts primary key (id),
    constraint ck_consent_receipts_proof check (proof in ('code', 'producer'))
  )`,
  `create index ix_consent_receipts_link_id_at on consent_receipts (link_id, at)`,
  `alter table consent_receipts add constraint fk_consent_receipts_link_id foreign key (link_id) references guest_links(id) on delete cascade on update no action`,
  `create table corrections (
    id uuid not null,
    episode_id uuid not null,
    person_id uuid not null,
    link_id uuid not null,
    kind text not null,
    body jsonb not null,
    state text not null default 'open',
    asked_at timestamptz not null,
    decided_at timestamptz,
    decided_by uuid,
    answer text not null default '',
    is_noted boolean not null default false,
    notes jsonb not null default '[]',
    mailed_at timestamptz,
    constraint pk_corrections primary key (id),
    constraint ck_corrections_kind check (kind in ('moment', 'affiliation', 'consent')),
    constraint ck_corrections_state check (state in ('open', 'accepted', 'refused'))
  )`,
  `create index ix_corrections_episode_id_state on corrections (episode_id, state)`,
  `create index ix_corrections_person_id on corrections (person_id)`,
  `create index ix_corrections_link_id on corrections (link_id)`,
  `alter table corrections add constraint fk_corrections_episode_id foreign key (episode_id) references episodes(id) on delete cascade on update no action`,
  `alter table corrections add constraint fk_corrections_person_id foreign key (person_id) references persons(id) on delete cascade on update no action`,
  `alter table corrections add constraint fk_corrections_link_id foreign key (link_id) references guest_links(id) on delete cascade on update no action`,
  `create table person_slugs (
    slug text not null,
    person_id uuid not null,
    redirects boolean not null,
    created_at timestamptz not null default now(),
    constraint pk_person_slugs primary key (slug)
  )`,
  `create index ix_person_slugs_person_id on person_slugs (person_id)`,
  `alter table person_slugs add constraint fk_person_slugs_person_id foreign key (person_id) references persons(id) on delete cascade on update no action`,
  `create table person_changes (
    id uuid not null,
    person_id uuid not null,
    actor text not null,
    user_id uuid,
    fields text array not null,
    created_at timestamptz not null default now(),
    constraint pk_person_changes primary key (id),
    constraint ck_person_changes_actor check (actor in ('guest', 'user', 'system'))
  )`,
  `create index ix_person_changes_person_id_created_at on person_changes (person_id, created_at)`,
  `alter table person_changes add constraint fk_person_changes_person_id foreign key (person_id) references persons(id) on delete cascade on update no action`,
  `create table person_merges (
    id uuid not null,
    kept_id uuid not null,
    gone_id uuid not null,
    moved jsonb not null,
    user_id uuid,
    created_at timestamptz not null default now(),
    undone_at timestamptz,
    constraint pk_person_merges primary key (id)
  )`,
  `create index ix_person_merges_kept_id on person_merges (kept_id)`,
  `create index ix_person_merges_gone_id on person_merges (gone_id)`,
  `alter table person_merges add constraint fk_person_merges_kept_id foreign key (kept_id) references persons(id) on delete cascade on update no action`,
  `alter table person_merges add constraint fk_person_merges_gone_id foreign key (gone_id) references persons(id) on delete cascade on update no action`,
  `alter table person_texts add said_on date`,
  `alter table episode_changes add guest_link_id uuid`,
];

const undo = [
  `alter table episode_changes drop guest_link_id`,
  `alter table person_texts drop said_on`,
  `drop table person_merges`,
  `drop table person_changes`,
  `drop table person_slugs`,
  `drop table corrections`,
  `drop table consent_receipts`,
  `drop table guest_codes`,
  `drop table guest_link_events`,
];
