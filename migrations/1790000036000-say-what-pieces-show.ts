import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A piece of a kit knows what it shows, so that it can be made again; events have cards too. */
export class SayWhatPiecesShow implements MigrationInterface {
  name = 'SayWhatPiecesShow1790000036000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table pieces_of_kit add input jsonb not null default '{}'`);
    await runner.query('alter table pieces_of_kit drop constraint ck_pieces_of_kit_subject');
    await runner.query(
      `alter table pieces_of_kit add constraint ck_pieces_of_kit_subject check (subject in ('site', 'show', 'event', 'episode', 'person', 'tag', 'link'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from pieces_of_kit where subject = 'event'`);
    await runner.query('alter table pieces_of_kit drop constraint ck_pieces_of_kit_subject');
    await runner.query(
      `alter table pieces_of_kit add constraint ck_pieces_of_kit_subject check (subject in ('site', 'show', 'episode', 'person', 'tag', 'link'))`,
    );
    await runner.query('alter table pieces_of_kit drop column input');
  }
}
