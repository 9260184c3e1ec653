/** How a migration makes tables and indexes, alike on both engines. */
import { SqliteAdapter, sql, type Kysely } from 'kysely';

type Column = 'text' | 'bigint' | 'integer';

/** `name: type`, with `?` for nullable. Text and not char(n): PostgreSQL's padding defeats its own indexes. */
export async function createTable(
  db: Kysely<unknown>,
  name: string,
  primary: string[],
  columns: Record<string, `${Column}${'' | '?'}`>,
) {
  let create = db.schema.createTable(name);
  for (const [column, type] of Object.entries(columns)) {
    const bare = type.replace('?', '') as Column;
    create = create.addColumn(column, bare, (c) => (type.endsWith('?') ? c : c.notNull()));
  }
  create = create.addPrimaryKeyConstraint(`${name}_pkey`, primary as never[]);
  // Found by its key and nothing else: the key's tree is the table, which halves what a sign-up writes there.
  const keyOnly = name === 'idempotency' && db.getExecutor().adapter instanceof SqliteAdapter;
  await (keyOnly ? create.modifyEnd(sql`without rowid`) : create).execute();
}

export async function createIndex(db: Kysely<unknown>, on: string, columns: string[], { unique = false } = {}) {
  const create = db.schema
    .createIndex(`${on}_${columns.join('_')}`)
    .on(on)
    .columns(columns);
  const [first] = columns as [string];
  // Where there is no key there is nothing to keep apart.
  await (unique ? create.unique().where(sql.ref(first), 'is not', null) : create).execute();
}
