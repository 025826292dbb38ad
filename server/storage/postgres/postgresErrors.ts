import pg from 'pg';
import { StorageUnavailable } from '../journal.ts';

/** Classes of SQLSTATE (its first two characters) that mean a fault in our own statements, not in the database. */
const ourFault = new Set([
  '0A' /* not supported */,
  '21' /* cardinality */,
  '22' /* data */,
  '23' /* constraint */,
  '26' /* statement name */,
  '42' /* syntax, names and rights */,
  'P0' /* raised by a trigger of ours */,
]);

/**
 * Does one thing with PostgreSQL.
 * @throws StorageUnavailable when the database refuses or cannot be reached; bugs of ours go through as they are
 */
export async function withStorageErrors<Value>(act: () => Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (error) {
    throw isRefusal(error) ? new StorageUnavailable('PostgreSQL refused', { cause: firstOf(error) }) : error;
  }
}

function isRefusal(error: unknown): boolean {
  if (error instanceof StorageUnavailable || error instanceof TypeError || error instanceof RangeError) return false;
  // All else is the connection: refused, broken, ended or too slow.
  return !isFromDatabase(error) || !ourFault.has(error.code?.slice(0, 2) ?? '');
}

/** Whether the database itself answered so; the connection is as good as before then. */
export function isFromDatabase(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError;
}

/** A host with several addresses has an error for each, and nothing to say of its own. */
export function firstOf(error: unknown): unknown {
  return error instanceof AggregateError ? error.errors[0] : error;
}
