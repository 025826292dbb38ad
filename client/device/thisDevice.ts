import { Device } from './device.ts';

let opening: Promise<Device | undefined> | undefined;

/**
 * What this browser keeps; undefined where it can keep nothing: over plain http to another machine, where no page may seal, and
 * in windows that are to leave no trace.
 */
export function thisDevice(): Promise<Device | undefined> {
  opening ??= openIt();
  return opening;
}

async function openIt(): Promise<Device | undefined> {
  if (globalThis.indexedDB === undefined || globalThis.crypto?.subtle === undefined) return undefined;
  const program = document.querySelector<HTMLScriptElement>('script[type="module"]')?.src ?? '';
  return Device.open({ factory: indexedDB, clock: Date.now, program }).catch(() => undefined);
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
