import type { z } from 'zod';
import { failed, type Result, succeeded } from '../result.ts';
import { planVersion1 } from './formats/1/planVersion1.ts';
import { planVersion2 } from './formats/2/planVersion2.ts';
import type { PlanVersion } from './planVersion.ts';

/**
 * Why a stored version cannot be read here. It says nothing of whether the version was altered: only its hash can tell that.
 */
export type PlanUnreadable = {
  readonly kind: 'versionUnreadable';
  /** `newer` is a format of a later product; `unknown` is no plan version that was ever shipped. */
  readonly cause: 'newer' | 'unknown';
  /** The number it says it has. */
  readonly format?: number;
};

type Reader = (json: unknown) => z.ZodSafeParseResult<PlanVersion>;

/**
 * The ladder: each shipped format, read by its own schema and then brought up to today's value. A format that has shipped is
 * read for ever, so a step may be added and none taken away. What format 2 added, today's value takes from format 1 as it is.
 */
const readers: ReadonlyMap<number, Reader> = new Map<number, Reader>([
  [1, (json) => planVersion1.safeParse(json)],
  [2, (json) => planVersion2.safeParse(json)],
]);
/** The newest format we know. */
const newestFormat = Math.max(...readers.keys());

/** Reads a version as it is stored or exported, of any format that has shipped, as today's value. */
export function readPlanVersion(planJson: string): Result<PlanVersion, PlanUnreadable> {
  const json = parsed(planJson);
  const format = formatOf(json);
  if (format === undefined) return failed({ kind: 'versionUnreadable', cause: 'unknown' });
  const read = readers.get(format)?.(json);
  if (read?.success) return succeeded(read.data);
  return failed({ kind: 'versionUnreadable', cause: format > newestFormat ? 'newer' : 'unknown', format });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // No JSON is no plan version that was ever shipped.
  }
}

function formatOf(json: unknown): number | undefined {
  if (typeof json !== 'object' || json === null || !('format' in json)) return undefined;
  return Number.isSafeInteger(json.format) ? (json.format as number) : undefined;
}
