import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm';

const snake = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** Plural snake_case tables (named on the entity), snake_case columns, readable key names. */
export class SnakeNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(property: string, custom: string | undefined, prefixes: string[]): string {
    return snake([...prefixes, custom ?? property].join('_'));
  }
  override joinColumnName(relation: string, referenced: string): string {
    return snake(`${relation}_${referenced}`);
  }
  override primaryKeyName(table: string | { name: string }): string {
    return `pk_${bare(table)}`;
  }
  override uniqueConstraintName(table: string | { name: string }, columns: string[]): string {
    return `uq_${bare(table)}_${columns.map(snake).join('_')}`;
  }
  override indexName(table: string | { name: string }, columns: string[]): string {
    return `ix_${bare(table)}_${columns.map(snake).join('_')}`;
  }
  override foreignKeyName(table: string | { name: string }, columns: string[]): string {
    return `fk_${bare(table)}_${columns.map(snake).join('_')}`;
  }
}

function bare(table: string | { name: string }): string {
  return (typeof table === 'string' ? table : table.name).split('.').pop()!;
}
