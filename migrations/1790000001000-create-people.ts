import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Persons, their biographies and affiliations. */
export class CreatePeople implements MigrationInterface {
  name = 'CreatePeople1790000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table persons (
        id uuid not null,
        slug text not null,
        name text not null,
        sort_name text not null,
        pronouns text not null default '',
        links jsonb not null default '[]',
        photo_key text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint pk_persons primary key (id)
      )
    `);
    await runner.query(`create unique index ix_persons_slug on persons (slug)`);
    await runner.query(`
      create table person_texts (
        person_id uuid not null,
        lang text not null,
        biography text not null default '',
        constraint pk_person_texts primary key (person_id, lang)
      )
    `);
    await runner.query(`
      create table affiliations (
        id uuid not null,
        person_id uuid not null,
        title text not null default '',
        organisation text not null default '',
        organisation_url text not null default '',
        since date,
        until date,
        constraint pk_affiliations primary key (id)
      )
    `);
    await runner.query(`create index ix_affiliations_person_id on affiliations (person_id)`);
    await runner.query(
      `alter table person_texts add constraint fk_person_texts_person_id foreign key (person_id) references persons(id) on delete cascade on update no action`,
    );
    await runner.query(
      `alter table affiliations add constraint fk_affiliations_person_id foreign key (person_id) references persons(id) on delete cascade on update no action`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['affiliations', 'person_texts', 'persons']) {
      await runner.query(`drop table ${table} cascade`);
    }
  }
}
