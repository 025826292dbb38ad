import { createHash } from 'node:crypto';
import type { PlanCut } from '@duken/shared/cut';
import type { PlanVersion } from '@duken/shared/plan';
import canonicalize from 'canonicalize';

/**
 * A version, or a cut of one, as the bytes that are kept and exported: canonical JSON (RFC 8785), alike on every machine.
 * `sha256Of` of it is the version's hash, which covers everything that `PlanVersion` names.
 */
export function canonicalJsonOf(planned: PlanVersion | PlanCut): string {
  const json = canonicalize(planned);
  if (json === undefined) throw new Error('a plan version has no JSON');
  return json;
}

/** SHA-256 as lower-case hex; text counts as UTF-8. */
export function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
