import { z } from 'zod';
import type { Board } from '../board/index.ts';
import type { Template } from '../template/index.ts';
import { planVersion1 } from './formats/1/planVersion1.ts';
import { planVersion2 } from './formats/2/planVersion2.ts';
import type { PlanVersion } from './planVersion.ts';

/** A version as today's value, of whichever format it was stored in. */
export const planVersionSchema: z.ZodType<PlanVersion, PlanVersion> = z.discriminatedUnion('format', [
  planVersion1,
  planVersion2,
]);

/** A layout as it goes over the wire. */
export const templateSchema: z.ZodType<Template, Template> = planVersion2.shape.template;

/** A duk as it lay, as it goes over the wire. */
export const sheetSchema: z.ZodType<Board, Board> = planVersion2.shape.sheet;
