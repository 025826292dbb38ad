import { z } from 'zod';
import { planVersionSchema } from '../plan/index.ts';
import { failed, type Result, succeeded } from '../result.ts';
import type { PlanCut } from './cut.ts';

/** `CutChoice` as it is stored. */
export const cutChoiceSchema = z.object({
  themes: z.array(z.string()),
  withPicture: z.boolean(),
  withDifference: z.boolean(),
});

const planCut: z.ZodType<PlanCut> = z.object({
  format: z.literal('cut-1'),
  cutFrom: z.object({ version: z.int().min(1), sha256: z.string() }),
  recipient: z.string(),
  choice: cutChoiceSchema,
  version: planVersionSchema,
  compared: planVersionSchema.exactOptional(),
});

/** Reads a cut as it is stored. @returns `cutUnreadable` for what another release has written */
export function readCut(cutJson: string): Result<PlanCut, { readonly kind: 'cutUnreadable' }> {
  const read = planCut.safeParse(JSON.parse(cutJson));
  return read.success ? succeeded(read.data) : failed({ kind: 'cutUnreadable' });
}
