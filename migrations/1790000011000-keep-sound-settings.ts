import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What shows and episodes want of their sound, the pieces of a show, and what became of chapters when the sound was cut. */
export class KeepSoundSettings implements MigrationInterface {
  name = 'KeepSoundSettings1790000011000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table shows
        add sound jsonb not null default '{}',
        add sound_version integer not null default '1',
        add sound_batch_at timestamptz
    `);
    await runner.query(`
      alter table episodes
        add sound jsonb not null default '{}',
        add sound_version integer not null default '1',
        add release_with jsonb
    `);
    await runner.query(`
      alter table episode_copies
        add sound_note_shown boolean not null default false,
        add lost_chapters jsonb not null default '[]'
    `);
    await runner.query(`alter table chapters add anchor jsonb`);
    await runner.query(`
      create table pieces (
        id uuid not null,
        show_id uuid not null,
        recording_id uuid not null,
        name text not null,
        licence text not null default '',
        deleted_at timestamptz,
        created_at timestamptz not null default now(),
        constraint pk_pieces primary key (id)
      )
    `);
    await runner.query(`create index ix_pieces_show_id on pieces (show_id)`);
    await runner.query(`create unique index ix_pieces_recording_id on pieces (recording_id)`);
    await runner.query(
      `alter table pieces add constraint fk_pieces_show_id foreign key (show_id) references shows(id) on delete cascade on update no action`,
    );
    await runner.query(
      `alter table pieces add constraint fk_pieces_recording_id foreign key (recording_id) references recordings(id) on delete cascade on update no action`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table pieces`);
    await runner.query(`alter table chapters drop anchor`);
    await runner.query(`alter table episode_copies drop sound_note_shown, drop lost_chapters`);
    await runner.query(`alter table episodes drop sound, drop sound_version, drop release_with`);
    await runner.query(`alter table shows drop sound, drop sound_version, drop sound_batch_at`);
  }
}
