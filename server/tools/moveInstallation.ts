import { failed, type Result, succeeded } from '@duken/shared/result';
import { CannotHold, type Installation, type MovedTable, movedTables } from '../storage/index.ts';
import { TableHash } from './rowHash.ts';

export type MoveFailure =
  | { readonly kind: 'nothingToMove' }
  | { readonly kind: 'targetInUse' }
  /** Something frozen has a character that the target has no room for. */
  | { readonly kind: 'cannotHold'; readonly reason: string }
  /** What was read back is not what was written. The target stays unfinished. */
  | { readonly kind: 'notTheSame'; readonly tables: readonly MovedTableReport[] };

export interface MovedTableReport {
  readonly name: string;
  readonly rows: number;
  /** SHA-256 over all rows, as lower-case hex: as they were read, and as they were read back. */
  readonly source: string;
  readonly target: string;
  /** Texts that lost a U+0000, which PostgreSQL cannot hold. */
  readonly changed: number;
}

export interface MoveListener {
  /** @param steps how many rows will be read: each once here and once there */
  begins(steps: number): void;
  handles(what: string): void;
  advances(rows: number): void;
}

/**
 * Puts everything of one installation into another that is empty, or that an earlier move has left unfinished. The target
 * is marked as unfinished from the first row until all of it has been read back and is the same, so that no server opens
 * half of it, wherever this is broken off.
 *
 * @param from what to call the source, to those who find the target unfinished
 */
export async function moveInstallation(
  source: Installation,
  target: Installation,
  from: string,
  listener: MoveListener,
): Promise<Result<readonly MovedTableReport[], MoveFailure>> {
  const rows = await countRows(source);
  if (rows === 0) return failed({ kind: 'nothingToMove' });
  const isContinued = (await target.unfinishedFrom()) !== undefined;
  if (!isContinued && (await countRows(target)) > 0) return failed({ kind: 'targetInUse' });
  listener.begins(rows * 2);
  await target.begin(from);
  const copied: Omit<MovedTableReport, 'target'>[] = [];
  try {
    for (const table of movedTables) copied.push(await copy(source, target, table, listener));
  } catch (error) {
    if (error instanceof CannotHold) return failed({ kind: 'cannotHold', reason: error.message });
    throw error;
  }
  const reports: MovedTableReport[] = [];
  for (const [index, report] of copied.entries()) {
    const table = movedTables[index] as MovedTable;
    reports.push({ ...report, target: await hashOf(target, table, listener) });
  }
  if (reports.some((report) => report.source !== report.target)) {
    return failed({ kind: 'notTheSame', tables: reports });
  }
  await target.finish();
  return succeeded(reports);
}

async function countRows(installation: Installation): Promise<number> {
  let rows = 0;
  for (const table of movedTables) rows += await installation.count(table);
  return rows;
}

async function copy(source: Installation, target: Installation, table: MovedTable, listener: MoveListener) {
  listener.handles(`copying ${table.name}`);
  const hash = new TableHash(table);
  let rows = 0;
  let changed = 0;
  for await (const chunk of source.read(table)) {
    const fitting = target.fit(table, chunk);
    hash.add(fitting.rows);
    await target.insert(table, fitting.rows);
    rows += chunk.length;
    changed += fitting.changed;
    listener.advances(chunk.length);
  }
  return { name: table.name, rows, changed, source: hash.end() };
}

async function hashOf(installation: Installation, table: MovedTable, listener: MoveListener): Promise<string> {
  listener.handles(`checking ${table.name}`);
  const hash = new TableHash(table);
  for await (const chunk of installation.read(table)) {
    hash.add(chunk);
    listener.advances(chunk.length);
  }
  return hash.end();
}
