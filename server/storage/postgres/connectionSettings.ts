import type pg from 'pg';
import { postgresTypes } from './postgresTypes.ts';

/** How long a new connection may take, in milliseconds. A database that is gone must not look like a slow one. */
const connectWithinMs = 5_000;
/** After how long the database gives a statement up, in milliseconds: then it is certain that it did not happen. */
const statementWithinMs = 10_000;
/** After how long we stop waiting for an answer, in milliseconds: longer than the database may take. */
const answerWithinMs = 15_000;

/** What every connection has in common. */
export function connectionSettings(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'duken',
    connectionTimeoutMillis: connectWithinMs,
    query_timeout: answerWithinMs,
    keepAlive: true,
    types: postgresTypes,
  };
}

/**
 * Said once on each connection that writes. Saved means saved: a commit waits for the disk, whatever the database is set
 * to. What is stricter than `on`, such as `remote_apply`, stays.
 */
export const onNewConnection = `
  select set_config('statement_timeout', '${statementWithinMs}', false),
    case current_setting('synchronous_commit') when 'off' then set_config('synchronous_commit', 'on', false) end`;
