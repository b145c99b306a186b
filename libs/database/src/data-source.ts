import {
  DataSource,
  type DataSourceOptions,
  type EntityTarget,
  type MigrationInterface,
  type ObjectLiteral,
} from 'typeorm';
import { SnakeNaming } from './naming.js';
import { OutboxRow } from './outbox.entity.js';

type Entities = readonly EntityTarget<ObjectLiteral>[];
type Migrations = readonly (new () => MigrationInterface)[];

/** TypeORM's options for one app: its pool (`max` connections), its entities and, for a migration step only, the migrations. */
export function dataSourceOptions(
  url: string,
  entities: Entities,
  migrations: Migrations = [],
  max = 8,
): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: [OutboxRow, ...entities] as Function[],
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    logging: false,
    extra: { max, application_name: 'estrade', statement_timeout: 60_000, idleTimeoutMillis: 30_000 },
  };
}

/** An opened data source; the caller closes it. */
export async function openDataSource(
  url: string,
  entities: Entities,
  migrations: Migrations = [],
  max?: number,
): Promise<DataSource> {
  return new DataSource(dataSourceOptions(url, entities, migrations, max)).initialize();
}
