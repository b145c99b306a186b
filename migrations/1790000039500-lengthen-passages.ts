import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Passages of a minute and a half with several voices, their text and words beside the rows: what everybody says is found
 * by reading few pages. Passages are made anew from what is released.
 */
export class LengthenPassages implements MigrationInterface {
  name = 'LengthenPassages1790000039500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('truncate search_passages');
    await runner.query(
      `alter table search_passages drop column speaker, add column speakers jsonb not null default '[]'`,
    );
    await runner.query('alter table search_passages alter column words set storage external');
    await runner.query('alter table search_passages alter column text set storage external');
    await runner.query('alter table search_passages set (toast_tuple_target = 128)');
    await runner.query('update search_entries set done = 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('truncate search_passages');
    await runner.query('alter table search_passages reset (toast_tuple_target)');
    await runner.query('alter table search_passages alter column text set storage extended');
    await runner.query('alter table search_passages alter column words set storage extended');
    await runner.query(`alter table search_passages drop column speakers, add column speaker text not null default ''`);
    await runner.query('update search_entries set done = 0');
  }
}
