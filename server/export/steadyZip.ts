import { unzipSync, zipSync } from 'fflate';

/** Local times of the machine are what zip keeps; a fixed day far from any change of clocks is alike everywhere. */
export const zipDay = new Date(2020, 0, 15, 12);

/** Before this no zip file can date anything. */
const oldestMs = Date.UTC(1980, 0, 2);

/**
 * The same files packed so that the same content gives the same bytes: one date for all, and in Word's own parts no moment but that.
 * @param createdAt milliseconds since the epoch
 */
export function steadyZip(zip: Uint8Array, createdAt: number): Uint8Array {
  const mtime = new Date(Math.max(createdAt, oldestMs));
  const moment = `${mtime.toISOString().slice(0, 19)}Z`;
  const files = Object.entries(unzipSync(zip)).sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(
    Object.fromEntries(
      files.map(([name, bytes]) => [name, name === 'docProps/core.xml' ? dated(bytes, moment) : bytes] as const),
    ),
    { mtime: zipDay, level: 6 },
  );
}

/** Word's parts say when they were made and changed. */
function dated(bytes: Uint8Array, moment: string): Uint8Array {
  const xml = new TextDecoder().decode(bytes);
  return new TextEncoder().encode(xml.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, moment));
}
