import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happened on guest links. */
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
];

const undo = [`drop table guest_link_events`];
