import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import type { Tables } from '../sql/tables.ts';
import { asStorageError } from './sqliteErrors.ts';

/** Makes Kysely take the database that Node has built in. Statements are prepared once each. */
export function kyselyOverSqlite(db: DatabaseSync): Kysely<Tables> {
  const prepared = new Map<string, ReturnType<typeof statementFor>>();
  return new Kysely<Tables>({
    dialect: new SqliteDialect({
      database: {
        close: () => db.close(),
        prepare(sql) {
          let statement = prepared.get(sql);
          if (!statement) {
            // Taking the write lock at once: a transaction that reads first could otherwise fail when it comes to write.
            statement = asStorageError(() => statementFor(db.prepare(sql === 'begin' ? 'begin immediate' : sql)));
            prepared.set(sql, statement);
          }
          return statement;
        },
      },
    }),
  });
}

function statementFor(statement: StatementSync) {
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters: readonly unknown[]) => asStorageError(() => statement.all(...values(parameters))),
    run: (parameters: readonly unknown[]) => asStorageError(() => statement.run(...values(parameters))),
    iterate: (parameters: readonly unknown[]) => statement.iterate(...values(parameters)),
  };
}
