/** SQLite as Kysely wants it. Apart from the driver's file: the writer's thread has no use for a query builder. */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely';
import type { Tables } from '../schema';
import { Statements, type Value } from './database';

export function kyselyOn(db: DatabaseSyncInstance): Kysely<Tables> {
  const statements = new Statements(db);
  const database: SqliteDatabase = {
    close: () => db.close(),
    prepare: (sql) => {
      const found = statements.get(sql);
      return {
        reader: found.columns().length > 0,
        all: (parameters) => found.all(...(parameters as Value[])),
        run: (parameters) => {
          const { changes, lastInsertRowid } = found.run(...(parameters as Value[]));
          return { changes, lastInsertRowid };
        },
        iterate: (parameters) => found.iterate(...(parameters as Value[])) as IterableIterator<unknown>,
      };
    },
  };
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
}
