import { deleteDatabase } from './database.ts';
import { Device } from './device.ts';

/** Under which name it lies who the server last said that somebody is at a board. */
export const doorPath = 'door';

/** So long, in ms, a browser may take over what it keeps: some never answer, and nobody waits at the door for that. */
const takesTooLongMs = 3_000;

let opening: Promise<Device | undefined> | undefined;

/**
 * What this browser keeps; undefined where it can keep nothing: over plain http to another machine, where no page may seal, and
 * in windows that are to leave no trace. What was closed under us, as phones do, is opened anew.
 */
export function thisDevice(): Promise<Device | undefined> {
  opening ??= openIt();
  return opening;
}

async function openIt(): Promise<Device | undefined> {
  if (globalThis.indexedDB === undefined || globalThis.crypto?.subtle === undefined) return undefined;
  const program = document.querySelector<HTMLScriptElement>('script[type="module"]')?.src ?? '';
  const onClosed = (): void => {
    opening = undefined;
  };
  return soon(Device.open({ factory: indexedDB, clock: Date.now, program, onClosed })).catch(() => undefined);
}

/** @throws when it takes too long */
function soon<Value>(what: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The browser does not answer.')), takesTooLongMs);
    void what.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** The boards that hold something which was never sent; none where that cannot be read: nobody is kept in for it. */
export async function unsentOnDevice(): Promise<readonly string[]> {
  const device = await thisDevice();
  return device ? soon(device.boardsWithUnsent()).catch(() => []) : [];
}

/** Everything of every board goes, if need be with the database itself. */
export async function forgetDevice(): Promise<void> {
  const device = await thisDevice();
  if (globalThis.indexedDB === undefined) return;
  try {
    if (device) await soon(device.forgetAll());
    else await soon(deleteDatabase(indexedDB));
  } catch {
    await soon(deleteDatabase(indexedDB)).catch(reportError);
  }
}

/** What somebody may not be answered any more is not answered here either. */
export async function forgetAnswer(path: string): Promise<void> {
  await (await thisDevice())?.forgetAnswer(boardIn(path), path).catch(reportError);
}

/** Keeps what the server answered, or gives what it last did. @param path begins with the board's id */
export async function keepAnswer(path: string, value: unknown): Promise<void> {
  await (await thisDevice())?.keepAnswer(boardIn(path), path, value).catch(reportError);
}

export async function findAnswer(path: string): Promise<unknown> {
  return (await thisDevice())?.findAnswer(boardIn(path), path).catch(() => undefined);
}

function boardIn(path: string): string {
  return path.slice(0, Math.max(0, path.indexOf('/')));
}

/** What the server last said of each board that may be opened here without asking it. @param path without the board's id */
export async function answersOfBoards(path: string): Promise<ReadonlyMap<string, unknown>> {
  const device = await thisDevice();
  const boardIds = device ? await device.openBoards().catch(() => []) : [];
  const answers = await Promise.all(
    boardIds.map(async (boardId) => [boardId, await device?.findAnswer(boardId, path).catch(() => undefined)] as const),
  );
  return new Map(answers.filter(([, answer]) => answer !== undefined));
}
