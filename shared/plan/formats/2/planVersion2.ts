import { z } from 'zod';
import { planVersion1 } from '../1/planVersion1.ts';

/**
 * A plan version of format 2: its layout may be an operator's own. Readers of format 1 know two ids of layouts and no others, so
 * a duk on one of those is still frozen as format 1.
 */
export const planVersion2 = planVersion1.extend({
  format: z.literal(2),
  template: planVersion1.shape.template.extend({ id: z.string() }),
  sheet: planVersion1.shape.sheet.extend({ templateId: z.string() }),
});
