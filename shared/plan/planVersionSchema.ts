import type { z } from 'zod';
import { planVersion1 } from './formats/1/planVersion1.ts';
import type { PlanVersion } from './planVersion.ts';

/** A version as today's value: the newest of the formats. */
export const planVersionSchema: z.ZodType<PlanVersion, PlanVersion> = planVersion1;
