import type { ArchivedVersion } from '../storage/index.ts';

/** The very bytes that were hashed when the version was frozen, so that `sha256sum` of the file gives the version's hash. */
export function planToJson(version: Pick<ArchivedVersion, 'planJson'>): Buffer {
  return Buffer.from(version.planJson, 'utf8');
}
