import type { SQLInputValue, StatementSync } from 'node:sqlite';
import {
  type Driver,
  Kysely,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';
import type { Tables } from '../sql/tables.ts';
import type { SqliteFile } from './sqliteFile.ts';

/** Makes Kysely take the database that Node has built in. It gives out turns at the only connection. */
export function kyselyOverSqlite(file: SqliteFile): Kysely<Tables> {
  const statements = new Map<string, SqliteStatement>();
  const database = {
    close: () => file.close(),
    prepare(sql: string) {
      let statement = statements.get(sql);
      if (!statement) {
        statement = sql === 'rollback' ? rollback(file) : statementFor(file, sql);
        statements.set(sql, statement);
      }
      return statement;
    },
  };
  return new Kysely<Tables>({ dialect: new TurnDialect(file, { database }) });
}

class TurnDialect extends SqliteDialect {
  readonly #file: SqliteFile;
  readonly #config: SqliteDialectConfig;

  constructor(file: SqliteFile, config: SqliteDialectConfig) {
    super(config);
    this.#file = file;
    this.#config = config;
  }

  override createDriver(): Driver {
    return new TurnDriver(this.#file, this.#config);
  }
}

class TurnDriver extends SqliteDriver {
  readonly #file: SqliteFile;

  constructor(file: SqliteFile, config: SqliteDialectConfig) {
    super(config);
    this.#file = file;
  }

  override async releaseConnection(): Promise<void> {
    this.#file.endTurn();
  }
}

function statementFor(file: SqliteFile, asked: string): SqliteStatement {
  // Taking the write lock at once: a transaction that reads first could otherwise fail when it comes to write.
  const sql = asked === 'begin' ? 'begin immediate' : asked;
  const withValues =
    <Value>(act: (statement: StatementSync, ...values: SQLInputValue[]) => Value) =>
    (parameters: readonly unknown[]) =>
      file.use((connection) => act(connection.prepare(sql), ...(parameters as SQLInputValue[])));
  return {
    reader: file.use((connection) => connection.prepare(sql).columns().length > 0),
    all: withValues((statement, ...values) => statement.all(...values)),
    run: withValues((statement, ...values) => statement.run(...values)),
    iterate: withValues((statement, ...values) => statement.iterate(...values)),
  };
}

/** Kysely asks for it after every failure, also where SQLite has rolled back by itself. */
function rollback(file: SqliteFile): SqliteStatement {
  return {
    reader: false,
    all: () => [],
    run() {
      file.rollBack();
      return { changes: 0, lastInsertRowid: 0 };
    },
    iterate: () => [].values(),
  };
}
